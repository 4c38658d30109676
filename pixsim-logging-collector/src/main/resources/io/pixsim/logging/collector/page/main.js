import { h, render } from "./preact.js";
import { Api } from "./data/api.js";
import { App } from "./view/app.js";
import { copyMarksAsTheyCame } from "./view/copy.js";
import { TokenDialog } from "./view/token.js";

/** Shows a dialog beside the page until there is a token. */
function askForToken(wasWrong) {
  const place = document.getElementById("dialogs");
  return new Promise((resolve) => {
    const onToken = (token) => {
      render(null, place);
      resolve(token);
    };
    render(h(TokenDialog, { wasWrong, onToken }), place);
  });
}

copyMarksAsTheyCame();
render(h(App, { api: new Api(askForToken) }), document.getElementById("page"));
