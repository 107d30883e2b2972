// Finds the rows of a register that have some words: by the search of the site, else in titles, names of recipients and keys.

import { titleOf, valuesOf } from "./data.js"

// The numbers of the rows as a set; null where nothing is left to look for.
export async function rowsWith(text, data) {
  try {
    const { find } = await import("../search-index.js")
    const { words, ids, first } = await find(text, { kind: data.own.kind })
    return words.length ? new Set(ids.map((id) => id - first)) : null
  } catch (error) {
    console.warn(error)
    return within(text, data)
  }
}

function within(text, data) {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const { recipient } = data.facet
  const found = new Set()
  for (let row = 0; row < data.count; row++) {
    const names = recipient ? valuesOf(recipient, row).map((value) => recipient.labels[value]).join(" ") : ""
    const said = `${titleOf(data, row)} ${names} ${data.keys[row]}`.toLocaleLowerCase()
    if (wanted.every((word) => said.includes(word))) found.add(row)
  }
  return found
}
