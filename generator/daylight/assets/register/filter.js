// Filters, counts and sorts the rows of a register.
//
// Each row has a bit for every filter that it fails. A row without any is shown and counted at all its values; one that fails
// just one facet is counted at the values of that facet, which are what the reader would get by choosing them too.

import { NO_DAY } from "./data.js"

const WORDS = 1 << 30
const AMOUNT = 1 << 29

export class Filter {
  constructor(data) {
    this.data = data
    this.fails = new Int32Array(data.count)
    this.codes = data.facets.map((facet) => new Int32Array(facet.values.length + facet.sets.length))
    this.active = new Set()
    this.orders = new Map([["", Int32Array.from({ length: data.count }, (_, row) => row)]])
  }

  // Lets a facet pass what has one of some values, or with `but` what has none of them. No values: everything.
  choose(name, values, but) {
    const number = this.data.facets.findIndex((facet) => facet.name === name)
    const { of, place, sets, values: all } = this.data.facets[number]
    const chosen = new Set(values.map((value) => place.get(value)))
    const hits = (code) => (code < all.length ? chosen.has(code) : sets[code - all.length].some((value) => chosen.has(value)))
    const passes = Uint8Array.from(this.codes[number], (_, code) => values.length === 0 || hits(code) !== but)
    this.mark(1 << number, values.length, (row) => passes[of[row]])
  }

  // Lets amounts in pence pass, both ends included; null is no end.
  range(from, to) {
    const { amount } = this.data
    const least = from ?? 0
    const most = to ?? Infinity
    this.mark(AMOUNT, from !== null || to !== null, (row) => amount[row] >= least && amount[row] <= most)
  }

  // Lets rows of a set pass; null is all.
  words(rows) {
    this.mark(WORDS, rows, (row) => rows.has(row))
  }

  mark(bit, wanted, passes) {
    const { fails } = this
    if (!wanted) {
      if (this.active.delete(bit)) for (let row = 0; row < fails.length; row++) fails[row] &= ~bit
      return
    }
    this.active.add(bit)
    for (let row = 0; row < fails.length; row++) fails[row] = passes(row) ? fails[row] & ~bit : fails[row] | bit
  }

  // The rows that pass in an order, the sum of what is added up in pence, the first day, and the count at each value by facet.
  run(sort) {
    const { data, fails, codes } = this
    const { counted, day, facets } = data
    const columns = facets.map((facet) => facet.of)
    const size = facets.length
    for (const of of codes) of.fill(0)
    const rows = new Int32Array(data.count)
    let shown = 0
    let total = 0
    let since = Infinity
    const order = this.order(sort)
    for (let place = 0; place < order.length; place++) {
      const row = order[place]
      const failed = fails[row]
      if (failed === 0) {
        rows[shown++] = row
        if (counted[row] > 0) total += counted[row]
        if (day[row] !== NO_DAY && day[row] < since) since = day[row]
        for (let n = 0; n < size; n++) codes[n][columns[n][row]]++
      } else if ((failed & (failed - 1)) === 0 && failed < AMOUNT) {
        const n = 31 - Math.clz32(failed)
        codes[n][columns[n][row]]++
      }
    }
    return { rows: rows.subarray(0, shown), total, since, counts: facets.map((facet, n) => spread(facet, codes[n])) }
  }

  // All rows in an order: "" as they stand, else by a key such as "amount" or "amount-desc". What has no value comes last.
  order(sort) {
    if (!this.orders.has(sort)) {
      const [name, down] = sort.split("-")
      const { amount, day, title, numbers } = this.data
      const key = { amount, date: day, name: title }[name] ?? numbers[name]
      const missing = name === "date" ? NO_DAY : name === "amount" ? -1 : NaN
      const found = Array.from(key ?? [], (_, row) => row)
      const sign = down ? -1 : 1
      found.sort((a, b) => (key[a] === missing) - (key[b] === missing) || sign * (key[a] - key[b]) || a - b)
      this.orders.set(sort, key ? Int32Array.from(found) : this.orders.get(""))
    }
    return this.orders.get(sort)
  }
}

// The count at each value, from the counts at each value and set of values.
function spread({ values, sets }, codes) {
  const counts = codes.slice(0, values.length)
  sets.forEach((set, n) => {
    const more = codes[values.length + n]
    if (more) for (const value of set) counts[value] += more
  })
  return counts
}
