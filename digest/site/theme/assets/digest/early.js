/* Before the first paint: the reader's choice of colours, and that scripts run. */
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const scheme = localStorage.getItem("digest.scheme");
    if (scheme) root.dataset.scheme = scheme;
  } catch { /* storage is off: the system's colours stay */ }
})();
