// Mounts the Svelte application.
import { mount } from "svelte";
import App from "./svelte.svelte";

mount(App, { target: document.getElementById("root") });
