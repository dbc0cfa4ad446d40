// Air Datepicker on a text input that its page makes read-only, as its documentation advises.
import AirDatepicker from "air-datepicker";
import "air-datepicker/air-datepicker.css";
import english from "air-datepicker/locale/en";
import { person, plain, sends } from "./shared.js";

const locale = english.default ?? english;
const form = plain("Book a ceremony", `${person}
  <p><label for="birthday">Date of birth *</label> <input id="birthday" name="birthday" readonly></p>`);
new (AirDatepicker.default ?? AirDatepicker)("#birthday", { locale, dateFormat: "dd/MM/yyyy", autoClose: true });
sends(form);
