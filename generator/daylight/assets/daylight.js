// Corrects "Open" on a page that is older than the deadline. Everything works without this script.
for (const state of document.querySelectorAll("[data-daylight-closes]")) {
  if (new Date(state.dataset.daylightCloses) < new Date()) {
    state.dataset.daylightState = "closed"
    state.textContent = state.dataset.daylightClosed
  }
}

// The theme takes what stands for programs, such as a feed, for the site in another language, and would ask for its list of
// pages: it looks for just this word. With a space after it, the word means the same.
for (const link of document.querySelectorAll('link[rel="alternate"]')) {
  link.rel = "alternate "
}
