#!/usr/bin/env node
import '../dist/static-cli.js';
