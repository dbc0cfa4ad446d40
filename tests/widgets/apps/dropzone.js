// Dropzone: files are kept until the form is sent.
import Dropzone from "dropzone";
import "dropzone/dist/dropzone.css";
import { person, plain, sends } from "./shared.js";

const form = plain("Send us a document", `${person}<p>Proof of address *</p>
  <div id="zone" class="dropzone"><div class="dz-message">Drop a file here or click to choose one</div></div>`);
const Zone = Dropzone.Dropzone ?? Dropzone;
const zone = new Zone("#zone", { url: "/api/upload", autoProcessQueue: false, maxFiles: 1 });
sends(form, () => ({ document: zone.files[0] ?? "" }));
