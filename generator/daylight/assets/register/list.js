// Shows rows of a register as a table, fifty at a time.

import { cell, fill, number, titleOf } from "./say.js"

const STEP = 50
const NUMBERS = new Set(["amount", "awards_received"])

export class List {
  constructor(element, data) {
    this.element = element
    this.data = data
    this.element.addEventListener("click", ({ target }) => target.closest("[data-more]") && this.more())
  }

  show(rows, columns, said) {
    const heads = columns.map((name) => `<th scope="col"${numeric(name)}>${escape(this.data.own.columns[name])}</th>`).join("")
    this.rows = rows
    this.columns = columns
    this.shown = 0
    this.element.innerHTML = rows.length
      ? `<div class="dl-scroll" role="region" tabindex="0" aria-label="${escape(this.data.own.list)}"><table class="dl-table">` +
        `<caption class="dl-hidden">${escape(said)}</caption><thead><tr><th scope="col">${escape(this.data.own.title)}</th>` +
        `${heads}</tr></thead><tbody>${this.next()}</tbody></table></div><button type="button" class="dl-plain" data-more></button>`
      : `<p>${escape(this.data.words.nothing)}</p>`
    this.label()
  }

  more() {
    const body = this.element.querySelector("tbody")
    const before = body.rows.length
    body.insertAdjacentHTML("beforeend", this.next())
    body.rows[before].querySelector("a").focus()
    this.label()
  }

  label() {
    const button = this.element.querySelector("[data-more]")
    const left = this.rows.length - this.shown
    if (!button) return
    button.hidden = left === 0
    button.textContent = fill(this.data.words.more, { count: number(Math.min(STEP, left)) })
  }

  next() {
    const some = Array.from(this.rows.subarray(this.shown, this.shown + STEP), (row) => this.row(row))
    this.shown += some.length
    return some.join("")
  }

  row(row) {
    const { data } = this
    const { keys, here, register, marks, own } = data
    const mark = row in marks ? ` <span class="dl-state">${escape(own.marks[marks[row]])}</span>` : ""
    const title = marked(titleOf(data, row), data.language !== "en" && !(row in data.welsh))
    const cells = this.columns.map((name) => {
      const { text, missing, datetime, english } = cell(data, name, row)
      let said = marked(text, english)
      if (missing) said = `<span class="dl-missing">${said}</span>`
      if (datetime) said = `<time datetime="${datetime}">${said}</time>`
      return `<td data-label="${escape(own.columns[name])}"${numeric(name)}>${said}</td>`
    })
    return `<tr><th scope="row"><a href="${escape(`${here}${register}/${keys[row]}/`)}">${title}</a>${mark}</th>${cells.join("")}</tr>`
  }
}

const numeric = (name) => (NUMBERS.has(name) ? ' class="dl-number"' : "")
const marked = (text, english) => (english && text.includes(" ") ? `<span lang="en-GB">${escape(text)}</span>` : escape(text))

const UNSAFE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
export const escape = (text) => String(text).replace(/[&<>"']/g, (character) => UNSAFE[character])
