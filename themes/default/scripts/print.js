// Shows the button that prints this page: nothing but a script can do that.
(() => {
"use strict";

for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
})();
