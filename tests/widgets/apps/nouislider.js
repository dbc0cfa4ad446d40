// noUiSlider: a handle with a role, its value in a hidden input.
import noUiSlider from "nouislider";
import "nouislider/dist/nouislider.css";
import { person, plain, sends } from "./shared.js";

const form = plain("Become a volunteer", `${person}<p id="hours-label">Hours per week</p>
  <div id="slider" style="width:300px;margin:20px"></div><input type="hidden" name="hours" value="4">`);
const slider = noUiSlider.create(document.getElementById("slider"), {
  start: 4, step: 1, connect: "lower", range: { min: 0, max: 40 }, format: { to: (value) => String(Math.round(value)), from: Number },
  handleAttributes: [{ "aria-labelledby": "hours-label" }],
});
slider.on("update", ([value]) => { form.hours.value = value; });
sends(form);
