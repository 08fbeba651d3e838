// Shows the button that prints this page, which nothing but a script can do. Without it the page says how to print.
(() => {
"use strict";

for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
for (const advice of document.querySelectorAll(".print-advice")) advice.hidden = true;
})();
