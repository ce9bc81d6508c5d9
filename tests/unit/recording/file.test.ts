import { describe, expect, test } from "vitest";
import { byteRange, kindOfRecording } from "@/lib/domain/recording";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("what a recording is, by its first bytes", () => {
  test.each([
    ["RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"],
    ["OggS\x00\x02", "audio/ogg"],
    ["fLaC\x00", "audio/flac"],
    ["ID3\x04\x00", "audio/mpeg"],
    ["\xff\xfb\x90\x64", "audio/mpeg"],
    ["\xff\xf3\x48\xc4", "audio/mpeg"],
    ["\xff\xf1\x50\x80", "audio/aac"],
    ["\x00\x00\x00\x20ftypM4A \x00\x00", "audio/mp4"],
    ["\x00\x00\x00\x18ftypmp42\x00\x00", "audio/mp4"],
    ["\x1aE\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1fB\x86\x81\x01B\x82\x84webm", "audio/webm"],
    // What browsers do not play, or is none.
    ["RIFF\x24\x00\x00\x00WEBPVP8 ", null],
    ["#!AMR\x0a", null],
    ["\x30\x26\xb2\x75\x8e\x66", null],
    ["\x1aE\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1fB\x82\x88matroska", null],
    ["\x00\x00\x00\x18ftypheic\x00\x00", null],
    ["\xff\xfe\x42\x30", null],
    ["<html>", null],
    ["", null],
  ])("%j is %s", (start, kind) => {
    expect(kindOfRecording(bytes(start))).toBe(kind);
  });
});

describe("the stretch of a file that a request asks for", () => {
  test.each([
    ["bytes=0-", { start: 0, end: 10 }],
    ["bytes=3-6", { start: 3, end: 7 }],
    ["bytes=3-900", { start: 3, end: 10 }],
    ["bytes=9-9", { start: 9, end: 10 }],
    ["bytes=-4", { start: 6, end: 10 }],
    ["bytes=-40", { start: 0, end: 10 }],
    ["bytes=10-", "none"],
    ["bytes=-0", "none"],
    ["bytes=6-3", null],
    ["bytes=0-1,4-5", null],
    ["bytes=-", null],
    ["lines=0-1", null],
    [null, null],
  ])("%s", (header, asked) => {
    expect(byteRange(header, 10)).toEqual(asked);
  });

  test("of an empty file there is none", () => {
    expect(byteRange("bytes=0-", 0)).toBe("none");
  });
});
