// The part of the page that the address names takes the focus, also in browsers that would only scroll to it.

export function startTarget() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (target?.matches('[tabindex="-1"]')) target.focus();
}
