// Filters the register of a page, or of a page that is embedded elsewhere. The entry calls `start` when it is first used.

import { chips } from "./register/chips.js"
import { load } from "./register/data.js"
import { Filter } from "./register/filter.js"
import { List } from "./register/list.js"
import { Panel } from "./register/panel.js"
import { summary } from "./register/say.js"
import { copy, embed } from "./register/share.js"
import { fromAddress, pence, toAddress } from "./register/state.js"
import { csv, json, save } from "./register/take.js"
import { rowsWith } from "./register/words.js"

const ROOT = new URL("../", import.meta.url)
const WAIT = 150 // milliseconds after the last key before words are looked for
const started = new WeakMap()

export function start(element) {
  if (!started.has(element)) started.set(element, new Register(element))
  return started.get(element).begin()
}

class Register {
  constructor(element) {
    this.element = element
    this.name = element.dataset.daylightRegister
    this.embedded = "daylightEmbed" in element.dataset
    this.language = document.documentElement.lang.startsWith("cy") ? "cy" : "en"
    this.title = document.title
    for (const part of ["failed", "list", "whole"]) this[part] = element.querySelector(`[data-daylight-${part}]`)
    this.said = element.querySelector("[role=status]")
    this.form = element.querySelector("form")
    if (this.form) this.listen()
  }

  async begin() {
    // A button that was pressed before this came: a press gives it the focus, without the mark that keys give.
    const pressed = this.form && document.activeElement?.matches("[data-all]:not(:focus-visible)") && document.activeElement
    if (!(await this.ready())) return
    if (location.search || this.touched()) await this.update(Boolean(location.search))
    if (pressed?.isConnected) pressed.click()
  }

  // Loads what is needed, once; after a failure again at the next use.
  ready() {
    this.loading ??= load(ROOT, this.language, this.name).then(
      (data) => this.loaded(data),
      (error) => {
        this.loading = null
        this.failed.hidden = false
        console.warn(error)
      },
    )
    return this.loading
  }

  loaded(data) {
    this.data = data
    this.filter = new Filter(data)
    this.table = new List(this.list, data)
    this.panel = this.form && new Panel(this.form, data)
    this.failed.hidden = true
    this.chosen = new Map()
    return true
  }

  listen() {
    let waiting
    this.element.addEventListener("change", ({ target }) => {
      if (target.matches("[type=checkbox], select")) this.update()
    })
    this.form.addEventListener("input", ({ target }) => {
      if (!["q", "from", "to"].includes(target.name)) return
      clearTimeout(waiting)
      waiting = setTimeout(() => this.update(), WAIT)
    })
    this.form.addEventListener("submit", (event) => {
      event.preventDefault()
      clearTimeout(waiting)
      this.update()
    })
    this.element.addEventListener("click", ({ target }) => {
      const button = target.closest("button")
      if (button) this.press(button)
    })
    addEventListener("popstate", () => this.update(true))
  }

  // Whether anything differs from how the page came.
  touched() {
    if (!this.form) return false
    const boxes = [...this.element.querySelectorAll("[type=checkbox]")]
    return boxes.some((box) => box.checked !== box.defaultChecked) || ["q", "from", "to"].some((n) => this.form.elements[n]?.value) ||
      this.element.querySelector("[name=sort]").selectedIndex > 0
  }

  async update(fromAddress = false) {
    if (!(await this.ready())) return
    const state = fromAddress || !this.form ? this.addressed() : this.typed()
    if (fromAddress && this.panel) this.reflect(state)
    this.state = state
    const wanted = toAddress(state)
    if (wanted === this.now) return // drawing the same again would take away the focus, and the rows asked for beyond the first
    for (const { name } of this.data.facets) {
      const { values, but } = state.chosen.get(name) ?? { values: [], but: false }
      const now = JSON.stringify([values, but])
      if (this.chosen.get(name) !== now) this.filter.choose(name, values, but)
      this.chosen.set(name, now)
    }
    this.filter.range(pence(state.from), pence(state.to))
    if (state.q !== this.q) {
      const rows = state.q.trim() ? await rowsWith(state.q, this.data) : null
      if (state !== this.state) return // something newer was chosen while words were looked for
      this.filter.words(rows)
      this.q = state.q
    }
    this.show(state, wanted)
    this.now = wanted
  }

  addressed() {
    return fromAddress(location.search, this.data.facets.map((facet) => facet.name))
  }

  typed() {
    const value = (name) => this.form.elements[name]?.value ?? ""
    const boxes = [...this.element.querySelectorAll("[name=columns]")]
    const columns = boxes.filter((box) => box.checked).map((box) => box.value)
    const same = boxes.every((box) => box.checked === box.defaultChecked)
    return {
      q: value("q"), chosen: this.panel.chosen(), from: value("from"), to: value("to"),
      sort: this.element.querySelector("[name=sort]").value, columns: same ? null : columns,
    }
  }

  reflect(state) {
    this.panel.reflect(state)
    const sort = this.element.querySelector("[name=sort]")
    sort.value = state.sort
    if (sort.selectedIndex < 0) sort.selectedIndex = 0
    for (const box of this.element.querySelectorAll("[name=columns]")) {
      box.checked = state.columns ? state.columns.includes(box.value) : box.defaultChecked
    }
  }

  show(state, address) {
    this.result = this.filter.run(state.sort)
    const said = summary(this.data, this.result)
    this.said.textContent = said
    document.title = `${said} – ${this.title}`
    this.panel?.count(this.result.counts)
    this.columns = (state.columns ?? this.data.own.chosen).filter((name) => name in this.data.own.columns)
    this.list.hidden = new URLSearchParams(location.search).get("show") === "total"
    if (!this.list.hidden) this.table.show(this.result.rows, this.columns, said)
    if (this.whole) this.whole.hidden = true
    if (this.form) this.chips(state)
    if (!this.embedded && address !== location.search.slice(1)) {
      history.replaceState(history.state, "", `${location.pathname}${address && "?"}${address}${location.hash}`)
    }
    const see = this.embedded && document.querySelector("[data-daylight-see]")
    if (see) see.search = address
  }

  chips(state) {
    const made = chips(this.data, state)
    const list = this.element.querySelector(".dl-chips")
    list.hidden = made.length === 0
    this.element.querySelector("[data-clear]").hidden = made.length === 0
    list.replaceChildren(...made)
  }

  async press(button) {
    if (button.matches("[data-remove]")) return this.remove(button)
    if (button.matches("[data-clear]")) return this.clear()
    if (!button.matches("[data-take]") || !(await this.ready())) return
    if (!this.result) await this.update()
    this.take(button.dataset.take)
  }

  // Takes away what a chip says; the focus goes to the chip that has come into its place, or the last one.
  async remove(button) {
    const { remove: name, value } = button.dataset
    const place = [...this.element.querySelectorAll("[data-remove]")].indexOf(button)
    for (const box of this.form.querySelectorAll("input")) {
      if (box.name !== name) continue
      if (box.type === "checkbox" && box.value === value) box.checked = false
      else if (box.type !== "checkbox") box.value = ""
    }
    await this.update()
    const left = this.element.querySelectorAll("[data-remove]")
    this.focus(left[place] ?? left[left.length - 1])
  }

  focus(element = this.said) {
    if (element === this.said) element.tabIndex = -1
    element.focus()
  }

  async clear() {
    this.panel.reflect({ q: "", from: "", to: "", chosen: new Map() })
    await this.update()
    this.focus()
  }

  take(what) {
    const { rows } = this.result
    const address = location.href.split("#")[0]
    if (what === "csv") save(csv(this.data, rows, this.columns), "text/csv;charset=utf-8", `${this.name}.csv`)
    if (what === "json") save(json(this.data, rows, this.columns, address), "application/json", `${this.name}.json`)
    const place = this.element.querySelector("[data-taken]")
    if (what === "link") copy(place, address, this.data.words)
    if (what === "embed") embed(place, this.data, this.state, this.said.textContent)
  }
}
