declare module '@11ty/eleventy' {
  /** As much of Eleventy as the build uses. */
  export default class Eleventy {
    constructor(
      input?: string,
      output?: string,
      options?: { configPath?: string; quietMode?: boolean },
    );
    write(): Promise<unknown>;
  }
}
