// Runs before the first paint, so that a dark page never flashes white. Kept apart: the policy allows no inline script.
(() => {
  let wanted = 'auto';
  try {
    wanted = localStorage.getItem('daybook-theme') ?? 'auto';
  } catch {
    // Storage may be forbidden; the system's scheme is used then.
  }
  const dark =
    wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
