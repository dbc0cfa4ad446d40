// Turbo: ordinary forms, sent by fetch; pages are exchanged without a reload.
import "@hotwired/turbo";
