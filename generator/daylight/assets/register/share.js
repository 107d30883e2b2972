// What a reader can copy: a link to a list, or the HTML that shows it in another site.

import { escape } from "./list.js"
import { toAddress } from "./state.js"

// Copies a text where the browser lets it, and shows it to be copied by hand.
export async function copy(place, text, words) {
  place.innerHTML = '<label><span role="status"></span><textarea readonly rows="3"></textarea></label>'
  const area = place.querySelector("textarea")
  const status = place.querySelector("[role=status]")
  area.value = text
  try {
    await navigator.clipboard.writeText(text)
    status.textContent = words.copied
  } catch {
    status.textContent = words.copy
    area.select()
  }
}

// The same for a list in another site; the reader may choose only its number and total.
export function embed(place, data, state, said) {
  const { words } = data
  copy(place, frame(data, state, said, false), words)
  const choice = document.createElement("label")
  choice.innerHTML = `<input type="checkbox"><span>${escape(words.total)}</span>`
  choice.addEventListener("change", (event) => {
    event.stopPropagation()
    place.querySelector("textarea").value = frame(data, state, said, event.target.checked)
    place.querySelector("[role=status]").textContent = words.copy
  })
  place.append(choice)
}

function frame({ register, here, own }, state, said, total) {
  const source = new URL(`embed/${register}/`, here)
  source.search = toAddress(state)
  source.searchParams.set("show", total ? "total" : "list")
  const size = `width="100%" height="${total ? 160 : 600}" loading="lazy"`
  return `<iframe src="${escape(source.href)}" title="${escape(`${own.list}: ${said}`)}" ${size}></iframe>`
}
