#!/usr/bin/env node
import { main } from '../dist/src/lib/ui/main.js';

await main(process.argv.slice(2), import.meta.url);
