// Makes files of exactly the rows that are shown: CSV that Excel opens right, and JSON.

import { NONE, NO_DAY, SILENT, iso, titleOf, valuesOf } from "./data.js"

const GUARDED = /^[=+\-@\t\r']/ // what a spreadsheet would run, see the notes on the data page

// The columns of a file: what each is called, its name in JSON, and the value of a row, null where there is none.
function fields(data, columns) {
  const { own, words } = data
  const found = [[own.title, "title", (row) => titleOf(data, row)]]
  for (const name of columns) found.push(...column(data, name))
  found.push([words.page, "page", (row) => `${data.here}${data.register}/${data.keys[row]}/`])
  return found
}

function column(data, name) {
  const title = data.own.columns[name]
  if (name === "amount") {
    const made = [[title, name, (row) => pounds(data.amount[row])]]
    if (data.register === "awards") {
      made.push([data.words.counted, "countable_amount", (row) => pounds(data.counted[row])])
      made.push([data.words.said, "amount_as_published", (row) => data.said[row] ?? null])
    }
    return made
  }
  if (name === "date") return [[title, name, (row) => (data.day[row] === NO_DAY || data.vague.has(row) ? null : iso(data.day[row]))]]
  if (name === "reference") return [[title, name, (row) => data.references[row] || null]]
  if (name in data.numbers) return [[title, name, (row) => data.numbers[name][row]]]
  const facet = data.facet[name]
  return [[title, name, (row) => {
    const values = valuesOf(facet, row)
    return SILENT.includes(facet.values[values[0]]) ? null : values.map((value) => facet.labels[value])
  }]]
}

class Pounds {
  constructor(pence) {
    this.text = `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`
  }
}
const pounds = (pence) => (pence === NONE ? null : new Pounds(pence))

export function csv(data, rows, columns) {
  const made = fields(data, columns)
  const lines = [made.map(([title]) => quoted(title))]
  for (const row of rows) lines.push(made.map(([, , value]) => cell(value(row))))
  return `\ufeff${lines.map((cells) => `${cells.join(",")}\r\n`).join("")}`
}

function cell(value) {
  if (value === null) return ""
  if (value instanceof Pounds) return value.text
  if (typeof value === "number") return String(value)
  const text = Array.isArray(value) ? value.join("; ") : value
  return quoted(GUARDED.test(text) ? `'${text}` : text)
}

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

// Pounds are numbers with two decimals, as in the other files; several values are a list.
export function json(data, rows, columns, address) {
  const made = fields(data, columns)
  const records = Array.from(rows, (row) => {
    const members = []
    for (const [, name, value] of made) {
      const found = value(row)
      if (found !== null) members.push(`${JSON.stringify(name)}: ${found instanceof Pounds ? found.text : JSON.stringify(found)}`)
    }
    return `{${members.join(", ")}}`
  })
  return `{"list": ${JSON.stringify(address)},\n"records": [\n${records.join(",\n")}\n]}\n`
}

export function save(text, type, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}
