// Runs before the first paint, so that neither the theme nor the shelf changes before the reader's eyes. It is a file of
// its own, since a strict Content-Security-Policy allows no script within a page.
const root = document.documentElement;
try {
  const theme = localStorage.getItem('planshelf:theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
if (location.search.length > 1) root.dataset.query = '';
