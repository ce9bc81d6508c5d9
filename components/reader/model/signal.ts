export * from "@/components/ui/signal";
