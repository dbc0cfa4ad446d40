// FilePond: its own file picker in place of the native one; the file goes with the form.
import { create } from "filepond";
import "filepond/dist/filepond.css";
import { person, plain, sends } from "./shared.js";

const form = plain("Send us a document", `${person}<p><label for="document">Proof of address *</label></p>
  <input type="file" id="document" name="document" required>`);
const pond = create(form.querySelector("input[type=file]"), { storeAsFile: false, instantUpload: false, credits: false });
sends(form, () => ({ document: pond.getFile()?.file ?? "" }));
