// Alpine: state in the markup, a small component that sends.
import Alpine from "alpinejs";
import { send, thanks } from "./shared.js";

Alpine.data("request", () => ({
  values: { name: "", email: "", phone: "" },
  said: "",
  async submit() {
    this.said = thanks(await send({ ...this.values }));
  },
}));
Alpine.start();
