// htmx: the markup does the work; the server answers with a fragment.
import "htmx.org";
