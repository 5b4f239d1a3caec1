// For the page's first paint, as long as its program is not here: speaks the reader's language, says at once when the program
// cannot be had, and loads again. A file of its own, because the content security policy refuses scripts within the page.
const again = document.querySelector('[data-shell]');

function rememberedLanguage() {
  try {
    return localStorage.getItem('language') ?? '';
  } catch {
    // The browser keeps nothing for this site.
    return '';
  }
}

if (again) {
  const preferred = [rememberedLanguage(), ...navigator.languages].map((tag) => tag.slice(0, 2));
  document.documentElement.lang = preferred.find((language) => language === 'en' || language === 'de') ?? 'en';
  again.addEventListener('click', () => location.reload());
  const program = document.querySelector('script[type="module"]');
  const fail = () => document.documentElement.classList.add('starting-failed');
  program.addEventListener('error', fail);
  // It may have failed before this file was here: then it is on the list, and empty.
  if (performance.getEntriesByName(program.src).some(({ decodedBodySize }) => decodedBodySize === 0)) fail();
}
