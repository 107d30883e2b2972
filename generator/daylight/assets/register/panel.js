// The panel of filters: shows what is chosen, and at each value how many records the reader would get.

import { escape } from "./list.js"
import { number } from "./say.js"

const MOST = 30 // values found by a search in a facet

export class Panel {
  constructor(form, data) {
    this.form = form
    this.data = data
    this.facets = [...form.querySelectorAll("[data-facet]")].map((element, n) => new Facet(element, data.facet[element.dataset.facet], n))
  }

  // Sets every control to what is chosen.
  reflect(state) {
    for (const name of ["q", "from", "to"]) if (this.form.elements[name]) this.form.elements[name].value = state[name]
    for (const facet of this.facets) facet.reflect(state.chosen.get(facet.name))
  }

  chosen() {
    return new Map(this.facets.map((facet) => [facet.name, facet.chosen()]).filter(([, { values }]) => values.length))
  }

  count(counts) {
    const places = new Map(this.data.facets.map((facet, n) => [facet.name, n]))
    for (const facet of this.facets) facet.count(counts[places.get(facet.name)])
  }
}

class Facet {
  constructor(element, facet) {
    this.element = element
    this.facet = facet
    this.name = facet.name
    this.list = element.querySelector("ul")
    this.but = element.querySelector("[data-but]")
    this.find = element.querySelector("[data-find]")
    this.said = element.querySelector(".dl-chosen")
    this.items = new Map()
    for (const item of this.list.children) this.adopt(item, item.querySelector("input").value)
    this.top = [...this.items.keys()]
    this.values = this.top
    this.find?.addEventListener("input", () => this.draw())
    this.all = element.querySelector("[data-all]")
    this.all?.addEventListener("click", () => this.showAll())
    if (this.find?.value) this.draw() // typed before this was there
  }

  adopt(item, value) {
    this.items.set(value, { item, box: item.querySelector("input"), said: item.querySelector("small"), shown: null })
  }

  item(value) {
    if (!this.items.has(value)) {
      const place = this.facet.place.get(value)
      const item = document.createElement("li")
      const name = place === undefined ? value : this.facet.labels[place]
      const english = place !== undefined && this.facet.english[place] ? ' lang="en-GB"' : ""
      item.innerHTML =
        `<label><input type="checkbox" name="${escape(this.name)}" value="${escape(value)}">` +
        `<span${english}>${escape(name)}</span><small></small></label>`
      this.adopt(item, value)
    }
    return this.items.get(value)
  }

  chosen() {
    return { values: [...this.items].filter(([, { box }]) => box.checked).map(([value]) => value), but: this.but.checked }
  }

  reflect(state) {
    const values = state?.values ?? []
    for (const { box } of this.items.values()) box.checked = false
    for (const value of values) this.item(value).box.checked = true
    this.but.checked = state?.but ?? false
    if (values.length) this.element.open = true
    this.draw()
  }

  showAll() {
    this.top = this.facet.values
    this.all.remove()
    this.draw()
    this.list.querySelectorAll("input")[10]?.focus()
  }

  // Lists the first values and those chosen, or what a search finds.
  draw() {
    const wanted = this.find?.value.trim().toLocaleLowerCase()
    const chosen = this.chosen().values
    const { values, labels } = this.facet
    const base = wanted
      ? values.filter((_, place) => labels[place].toLocaleLowerCase().includes(wanted)).slice(0, MOST)
      : this.top
    const next = [...base, ...chosen.filter((value) => !base.includes(value))]
    if (next.length !== this.values.length || next.some((value, n) => value !== this.values[n])) {
      this.values = next
      this.list.replaceChildren(...next.map((value) => this.item(value).item))
    }
    if (this.counts) this.count(this.counts)
  }

  count(counts) {
    this.counts = counts
    let chosen = 0
    for (const value of this.values) {
      const of = this.items.get(value)
      const count = counts[this.facet.place.get(value)] ?? 0
      if (of.shown !== count) {
        of.shown = count
        of.said.textContent = number(count)
        of.item.classList.toggle("dl-zero", count === 0)
      }
      if (of.box.checked) chosen++
    }
    const said = chosen ? `(${chosen})` : ""
    if (this.said.textContent !== said) this.said.textContent = said
  }
}
