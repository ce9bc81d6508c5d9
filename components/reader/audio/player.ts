import type { KeptRecording } from "@/lib/schemas/recordings";
import { type Signal, signal } from "../model/signal";

/** A recording that is open: one from the person's own disk, which stays in the browser, or the one that is kept with the text. */
export interface Recording {
  /** Of the file; null where it is kept, and not for this person to know. */
  name: string | null;
  address: string;
  local: boolean;
}

/** What plays, as far as the page has to know: where, how fast, and whether the file can be played. */
export interface Playing {
  playing: boolean;
  seconds: number;
  length: number;
  speed: number;
  failed: boolean;
}

/** From where to play, and where to stop; to the end where `until` is null. In seconds. */
interface Wanted {
  from: number;
  until: number | null;
}

const AT_REST: Playing = { playing: false, seconds: 0, length: 0, speed: 1, failed: false };
/** How far a pedal goes back and on, in seconds. */
const STEP = 3;
/** What is heard once more when one goes on after a pause, in seconds. */
const AGAIN = 1;
const SLOWEST = 0.5;
const FASTEST = 2;
const NOTCH = 0.25;

/** Files opened on this page, by transcript: going to another room and back does not close them. */
const opened = new Map<string, Recording>();

const addressOf = ({ transcriptId, id }: KeptRecording) =>
  `/api/transcripts/${transcriptId}/recordings/${id}`;

/** The recording of one transcript. The element that plays it is on the page only while it is open. */
export class Player {
  readonly recording: Signal<Recording | null>;
  /** The recording that is kept with the transcript. */
  readonly kept: Signal<KeptRecording | null>;
  readonly state = signal(AT_REST);
  /** Whether pressing the text goes there. */
  readonly pressing = signal(true);
  private element: HTMLAudioElement | null = null;
  /** What to play as soon as there is an element. */
  private wanted: Wanted | null = null;
  private until: number | null = null;

  constructor(
    private readonly transcriptId: string,
    kept: KeptRecording | null,
  ) {
    this.recording = signal<Recording | null>(opened.get(transcriptId) ?? null);
    this.kept = signal<KeptRecording | null>(kept);
  }

  /** Whether there is anything that the person may play. */
  readonly has = (): boolean => this.recording.get() !== null || this.kept.get()?.hears === true;

  open(file: File): void {
    this.put({ name: file.name, address: URL.createObjectURL(file), local: true });
  }

  /** Opens the recording that is kept with the transcript, if the person may play it. */
  openKept(): void {
    const kept = this.kept.get();
    if (kept?.hears) this.put({ name: kept.name, address: addressOf(kept), local: false });
  }

  private put(recording: Recording): void {
    this.close();
    opened.set(this.transcriptId, recording);
    this.recording.set(recording);
  }

  close(): void {
    const recording = opened.get(this.transcriptId);
    if (recording?.local) {
      // A browser asks for more of the file until the element has let go of it.
      this.element?.removeAttribute("src");
      this.element?.load();
      URL.revokeObjectURL(recording.address);
    }
    opened.delete(this.transcriptId);
    this.until = null;
    this.recording.set(null);
    this.state.set(AT_REST);
  }

  /** Takes what is kept now: where it is another one, or not for this person any more, the former is closed. */
  take(kept: KeptRecording | null): void {
    const recording = this.recording.get();
    this.kept.set(kept);
    if (recording && !recording.local && !(kept?.hears && addressOf(kept) === recording.address))
      this.close();
  }

  /** Takes the element that plays, or lets it go. */
  attach = (element: HTMLAudioElement | null): void => {
    this.element = element;
    const { wanted } = this;
    if (!element || !wanted) return;
    this.wanted = null;
    this.start(element, wanted);
  };

  /** Takes up what the element tells of itself. */
  follow = (): void => {
    const { element, until } = this;
    if (!element) return;
    if (until !== null && element.currentTime >= until && !element.paused) element.pause();
    this.state.set({
      playing: !element.paused,
      seconds: element.currentTime,
      length: Number.isFinite(element.duration) ? element.duration : 0,
      speed: element.playbackRate,
      failed: element.error !== null,
    });
  };

  /** Plays on, from a little before where it stopped; or stops. */
  toggle(): void {
    const { element } = this;
    this.until = null;
    if (!element) this.play(0);
    else if (element.paused)
      this.start(element, { from: Math.max(0, element.currentTime - AGAIN), until: null });
    else element.pause();
  }

  /** Plays from there on, up to `until` where that is given; opens what is kept where nothing is open. */
  play(from: number, until: number | null = null): void {
    if (this.element) this.start(this.element, { from, until });
    else {
      this.wanted = { from, until };
      if (!this.recording.get()) this.openKept();
    }
  }

  private start(element: HTMLAudioElement, { from, until }: Wanted): void {
    element.currentTime = Math.max(0, from);
    this.until = until;
    // A browser that does not play says so by an event, too.
    if (element.paused) void element.play().catch(() => this.follow());
  }

  /** Goes there, and plays on if it did. */
  seek(seconds: number): void {
    this.until = null;
    if (this.element) this.element.currentTime = Math.max(0, seconds);
  }

  step(direction: 1 | -1): void {
    this.seek((this.element?.currentTime ?? 0) + direction * STEP);
  }

  turnSpeed(direction: 1 | -1): void {
    if (!this.element) return;
    const speed = this.element.playbackRate + direction * NOTCH;
    this.element.playbackRate = Math.min(FASTEST, Math.max(SLOWEST, speed));
  }
}
