// Material UI and its date pickers: select, autocomplete, date picker, radios, checkboxes, switch and slider.
import {
  Autocomplete, Button, Checkbox, FormControl, FormControlLabel, FormGroup, FormLabel, InputLabel, MenuItem, Radio, RadioGroup,
  Select, Slider, Stack, Switch, TextField, Typography,
} from "@mui/material";
import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";
import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import "dayjs/locale/en-gb";
import { Frame, mount, useValues } from "./react_shared.jsx";
import { contacts, countries, languages, titles, weekdays } from "./shared.js";

function App() {
  const { values, set, typed } = useValues({ days: [] });
  const flip = (day) => set("days")(values.days.includes(day) ? values.days.filter((each) => each !== day) : [...values.days, day]);
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs} adapterLocale="en-gb">
      <Frame values={values}>
        <Stack spacing={2}>
          <FormControl required><InputLabel id="title-label">Title</InputLabel>
            <Select labelId="title-label" id="title" label="Title" value={values.title ?? ""} onChange={(event) => set("title")(event.target.value)}>
              {titles.map((each) => <MenuItem key={each.value} value={each.value}>{each.label}</MenuItem>)}
            </Select></FormControl>
          <TextField label="Full name" required {...typed("name")} />
          <TextField label="Email address" type="email" required {...typed("email")} />
          <TextField label="Mobile number" type="tel" {...typed("phone")} />
          <DatePicker label="Date of birth" slotProps={{ textField: { required: true } }}
            onChange={(value) => set("birthday")(value && value.isValid() ? value.format("YYYY-MM-DD") : "")} />
          <Autocomplete id="country" options={countries} onChange={(event, option) => set("country")(option?.value)}
            renderInput={(params) => <TextField {...params} label="Country" required />} />
          <Autocomplete id="languages" multiple options={languages} onChange={(event, options) => set("languages")(options.map((each) => each.value))}
            renderInput={(params) => <TextField {...params} label="Languages you speak *" />} />
          <FormControl required><FormLabel id="contact-label">How should we contact you?</FormLabel>
            <RadioGroup aria-labelledby="contact-label" name="contact" onChange={(event) => set("contact")(event.target.value)}>
              {contacts.map((each) => <FormControlLabel key={each.value} value={each.value} control={<Radio />} label={each.label} />)}
            </RadioGroup></FormControl>
          <FormControl required component="fieldset"><FormLabel component="legend">Which days suit you?</FormLabel>
            <FormGroup>{weekdays.map((each) => (
              <FormControlLabel key={each.value} label={each.label}
                control={<Checkbox name={each.value} checked={values.days.includes(each.value)} onChange={() => flip(each.value)} />} />
            ))}</FormGroup></FormControl>
          <div><Typography id="hours-label">Hours per week</Typography>
            <Slider aria-labelledby="hours-label" value={values.hours} min={0} max={40} valueLabelDisplay="auto" onChange={(event, value) => set("hours")(value)} /></div>
          <FormControlLabel control={<Switch checked={values.news} onChange={(event) => set("news")(event.target.checked)} />} label="Send me the newsletter" />
          <FormControlLabel required control={<Checkbox checked={values.terms} onChange={(event) => set("terms")(event.target.checked)} />} label="I accept the terms of use" />
          <Button type="submit" variant="contained">Send</Button>
        </Stack>
      </Frame>
    </LocalizationProvider>
  );
}
mount(<App />);
