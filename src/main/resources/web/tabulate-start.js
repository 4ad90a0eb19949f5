// Loads the page that counts cases, and says so if any of its scripts cannot be had. It needs none of them itself.
import('./tabulate.js').catch((error) => {
  document.getElementById('tabulate').hidden = true;
  document.getElementById('not-loaded').hidden = false;
  throw error;
});
