// Says each filter that is chosen as a button that takes it away.

import { fill, money } from "./say.js"
import { pence } from "./state.js"

export function chips(data, state) {
  const { words, own, facet } = data
  const made = []
  if (state.q) made.push(["q", "", words.words, state.q])
  for (const [name, { values, but }] of state.chosen) {
    for (const value of values) {
      const label = facet[name].labels[facet[name].place.get(value)] ?? value
      made.push([name, value, own.columns[name], but ? fill(words.not, { value: label }) : label])
    }
  }
  for (const name of ["from", "to"]) {
    const amount = pence(state[name])
    if (amount !== null) made.push([name, "", words.amount, fill(words[name], { amount: money(amount) })])
  }
  return made.map(([name, value, title, said]) => chip(name, value, `${title}: ${said}`, words.remove))
}

function chip(name, value, text, remove) {
  const item = document.createElement("li")
  item.innerHTML = '<button type="button"><span class="dl-hidden"></span><span></span><span aria-hidden="true"> ×</span></button>'
  const button = item.firstChild
  Object.assign(button.dataset, { remove: name, value })
  button.children[0].textContent = `${remove}: `
  button.children[1].textContent = text
  return item
}
