// How a text is cut into words: exactly as search/terms.py does it, which a test compares.

const STOP = new Set("a an and are as at be by for from in is it of on or the to with".split(" "))

// The words of a text in their order: small letters and digits, without accents, apostrophes and the s of a plural.
export function tokens(text) {
  const plain = text.replace(/['’‘ʼ`´]/g, "").normalize("NFKD").replace(/\p{M}/gu, "")
  const small = plain.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ")
  return (small.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => ([...word].length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word))
}

// The words that a query asks for, each once. The most common words are left out, unless there are no others.
export function wanted(query) {
  const words = tokens(query), rare = words.filter(word => !STOP.has(word))
  return [...new Set(rare.length ? rare : words)]
}

// A text as nodes, with what begins with one of the words marked.
export function marked(text, words) {
  const nodes = []
  for (const part of text.split(/([\p{L}\p{N}\p{M}'’‘ʼ`´]+)/u)) {
    if (!part) continue
    const found = words.length && tokens(part).some(token => words.some(word => token.startsWith(word)))
    nodes.push(found ? Object.assign(document.createElement("mark"), { textContent: part }) : part)
  }
  return nodes
}
