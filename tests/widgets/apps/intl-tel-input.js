// intl-tel-input: a telephone number with a menu of countries.
import intlTelInput from "intl-tel-input/intlTelInputWithUtils";
import "intl-tel-input/styles";
import { person, plain, sends } from "./shared.js";

const form = plain("Ask for a call back", `${person}
  <p><label for="phone">Mobile number *</label> <input id="phone" name="phone" type="tel" required></p>`);
const phone = intlTelInput(form.phone, { initialCountry: "us", separateDialCode: true });
sends(form, () => ({ phone: phone.getNumber() }));
