"use client";

import { createContext, useContext } from "react";

/** The words of each field's error, by the field's name. ActionForm gives them, Field shows them. */
export const FormErrors = createContext<Readonly<Record<string, string>>>({});

export function useFormErrors(): Readonly<Record<string, string>> {
  return useContext(FormErrors);
}
