// For the page of a claim link. It works without, too. Scripts in the page itself are forbidden there, so what is needed
// of those that Keycloak's login theme has (dark mode, the choice of a language) is here once more.
{
  const { darkClass } = document.currentScript.dataset;
  if (darkClass) {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const follow = () => document.documentElement.classList.toggle(darkClass, dark.matches);
    follow();
    dark.addEventListener("change", follow);
  }

  // without https, or where the browser denies it, there is no clipboard API: then the text is selected, at least
  const copySelected = (source) => {
    getSelection().selectAllChildren(source);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  };

  const copy = async (button) => {
    const source = document.getElementById(button.dataset.copy);
    let copied = true;
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch {
      copied = copySelected(source);
    }
    button.textContent = copied ? button.dataset.copied : button.dataset.selected;
    button.removeAttribute("aria-label");
  };

  const whenReady = () => {
    const language = document.getElementById("login-select-toggle");
    language?.addEventListener("change", () => {
      if (language.value) {
        location.href = language.value;
      }
    });
    for (const button of document.querySelectorAll("#app-keys-claim [data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", () => copy(button));
    }
  };

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", whenReady);
  } else {
    whenReady();
  }
}
