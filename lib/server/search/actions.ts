"use server";

import { CodeFound, DeleteSearch, RenameSearch, SaveSearch } from "@/lib/schemas/search";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Codes what was found, all of it or nothing. */
export const codeFound = defineAction({
  input: CodeFound,
  scope: ({ studyId }) => scopeOf("study", studyId, "coding.write"),
  run: mutations.codeFound,
});

export const saveSearch = defineAction({
  input: SaveSearch,
  scope: ({ studyId }) => scopeOf("study", studyId, "search.save"),
  run: mutations.saveSearch,
});

export const renameSearch = defineAction({
  input: RenameSearch,
  scope: ({ searchId }) => scopeOf("search", searchId, "search.save"),
  run: mutations.renameSearch,
});

export const deleteSearch = defineAction({
  input: DeleteSearch,
  scope: ({ searchId }) => scopeOf("search", searchId, "search.save"),
  run: mutations.deleteSearch,
});
