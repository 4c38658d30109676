import { Component, createRef, h } from "../preact.js";
import { canBeToken } from "../data/api.js";

/** Asks for the token, once; it goes to memory and nowhere else. */
export class TokenDialog extends Component {
  state = { complaint: this.props.wasWrong ? "That was not the right one." : "" };
  dialog = createRef();

  componentDidMount() {
    this.dialog.current.showModal();
  }

  render({ onToken }, { complaint }) {
    const submit = (event) => {
      event.preventDefault();
      const token = new FormData(event.target).get("token").trim();
      if (canBeToken(token)) {
        this.dialog.current.close();
        onToken(token);
      } else if (token !== "") {
        this.setState({ complaint: "No token has such characters." });
      }
    };
    return h("dialog", { class: "token", ref: this.dialog, "aria-labelledby": "token-title", onCancel: (event) => event.preventDefault() },
      h("form", { onSubmit: submit, method: "dialog" },
        h("h1", { id: "token-title" }, "This collector asks for a token"),
        h("p", null, "The one to read with. It is forgotten when this page is closed."),
        h("label", null, "Token", h("input", { type: "password", name: "token", autoComplete: "off", required: true, autoFocus: true })),
        h("p", { class: "wrong", role: "alert" }, complaint),
        h("button", { type: "submit" }, "Go on")));
  }
}
