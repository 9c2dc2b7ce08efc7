// What the page knows, and words in the language that it shows. Text enters the page as text only, never as markup.
const data = JSON.parse(document.getElementById("lg-data").textContent);
const root = document.documentElement;
const svg = document.querySelector("#lg-view > svg");
const card = document.getElementById("lg-card");
const nothingChosen = card.firstElementChild;

const isChinese = () => root.dataset.lang === "zh";
const inLanguage = (pair) => pair[isChinese() ? 1 : 0];
const word = (key) => inLanguage(data.words[key]);
const sentence = (number) => (number < 0 ? "" : inLanguage(data.sentences[number]));
const counted = (key, n) => word(key).replace("{n}", n);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function drawn(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// What a screen reader says when something was chosen.
function say(text) {
  document.getElementById("lg-said").textContent = text;
}

const redrawn = []; // what is written anew when the language changes
function speak(language) {
  root.dataset.lang = language;
  root.lang = language === "zh" ? "zh-CN" : "en";
  document.getElementById("lg-lang").textContent = word("lang");
  for (const element of document.querySelectorAll("[data-zh]")) {
    const said = element.dataset[language];
    element.setAttribute("aria-label", said);
    element.title = said;
  }
  for (const again of redrawn) again();
}
