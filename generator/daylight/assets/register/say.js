// Says numbers, pounds and days of a register in the language of the page.

import { NONE, NO_DAY, SILENT, iso, titleOf, valuesOf } from "./data.js"

const numbers = new Intl.NumberFormat("en-GB")
const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" })

export const number = (count) => numbers.format(count)
export const money = (pence) => pounds.format(pence / 100)
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

const dates = new Map()
function dateIn(language) {
  if (!dates.has(language)) {
    const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }
    dates.set(language, new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, form))
  }
  return dates.get(language)
}

export const day = (days, language) => dateIn(language).format(days * 86400000)

// "14 awards, £61,203.00 added up, since 2019"
export function summary(data, { rows, total, since }) {
  const { words, own } = data
  const form = new Intl.PluralRules(data.language).select(rows.length)
  let said = fill(own.counts[form] ?? own.counts.other, { count: number(rows.length) })
  if (data.counted.length && ["awards", "organisations"].includes(data.register)) {
    said = fill(words.added, { said, total: money(total) })
  }
  if (data.register === "awards" && since !== Infinity) said = fill(words.since, { said, year: iso(since).slice(0, 4) })
  return said
}

// What a cell says: its text, whether the text says that something is missing, and whether a record says it in English.
export function cell(data, column, row) {
  const { words } = data
  const missing = { text: words.none, missing: true }
  if (column === "amount") return amount(data, row) ?? missing
  if (column === "date") {
    if (data.day[row] === NO_DAY || data.vague.has(row)) return missing
    return { text: day(data.day[row], data.language), datetime: iso(data.day[row]) }
  }
  if (column === "reference") return data.references[row] ? { text: data.references[row] } : missing
  if (column in data.numbers) return { text: number(data.numbers[column][row]) }
  const facet = data.facet[column]
  const values = valuesOf(facet, row)
  if (SILENT.includes(facet.values[values[0]])) return { text: facet.labels[values[0]], missing: true }
  return { text: values.map((value) => facet.labels[value]).join(", "), english: facet.english[values[0]] }
}

function amount(data, row) {
  const { words } = data
  const adds = data.register === "awards"
  const pence = data.amount[row]
  if (pence === NONE) {
    const said = data.said[row]
    if (said) return { text: `${said} (${words.left})`, missing: true }
    return adds ? { text: cell(data, "band", row).text, missing: true } : null
  }
  const part = data.counted[row]
  const note = !adds || part === pence ? "" : ` (${part === NONE ? words.left : fill(words.part, { part: money(part) })})`
  return { text: money(pence) + note }
}

export { titleOf }
