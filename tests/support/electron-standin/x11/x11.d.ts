// The part of the npm package `x11` that the stand-in uses; the package has no types of its own.
declare module 'x11' {
  type Done<T> = (error: Error | null, value: T) => void

  interface XProperty {
    type: number
    format: number
    bytesAfter: number
    data: Buffer
  }

  interface XEvent {
    name: string
    wid: number
    mode: number
    detail: number
    wid1: number
    atom: number
    state: number
    keycode: number
    buttons: number
    time: number
    owner: number
    requestor: number
    selection: number
    target: number
    property: number
    width: number
    height: number
  }

  interface XClient {
    AllocID(): number
    InternAtom(onlyIfExists: boolean, name: string, done: Done<number>): void
    GetAtomName(atom: number, done: Done<string>): void
    CreateWindow(wid: number, parent: number, x: number, y: number, width: number, height: number): void
    ChangeWindowAttributes(wid: number, values: { eventMask: number }): void
    MapWindow(wid: number): void
    UnmapWindow(wid: number): void
    ConfigureWindow(
      wid: number,
      values: { x?: number; y?: number; width?: number; height?: number; stackMode?: number },
    ): void
    ChangeProperty(
      mode: number,
      wid: number,
      name: number,
      type: number,
      format: number,
      data: Buffer | number[] | string,
    ): void
    DeleteProperty(wid: number, name: number): void
    GetProperty(
      remove: number,
      wid: number,
      name: number,
      type: number,
      offset: number,
      length: number,
      done: Done<XProperty>,
    ): void
    QueryTree(wid: number, done: Done<{ parent: number }>): void
    GetGeometry(wid: number, done: Done<{ xPos: number; yPos: number; width: number; height: number }>): void
    TranslateCoordinates(
      from: number,
      to: number,
      x: number,
      y: number,
      done: Done<{ destX: number; destY: number }>,
    ): void
    SetInputFocus(wid: number, revertTo: number): void
    SetSelectionOwner(owner: number, selection: number, time?: number): void
    GetSelectionOwner(selection: number, done: Done<number>): void
    ConvertSelection(
      requestor: number,
      selection: number,
      target: number,
      property: number,
      time?: number,
    ): void
    SendEvent(destination: number, propagate: number, eventMask: number, event: object): void
    SendClientMessage(
      destination: number,
      wid: number,
      type: number,
      format: number,
      data: number[],
      eventMask: number,
    ): void
    GrabKey(
      wid: number,
      ownerEvents: number,
      modifiers: number,
      key: number,
      pointerMode: number,
      keyboardMode: number,
      done: (error: Error | null) => void,
    ): void
    UngrabKey(wid: number, key: number, modifiers: number): void
    GetKeyboardMapping(first: number, count: number, done: Done<number[][]>): void
    GetInputFocus(done: Done<unknown>): void
    QueryPointer(wid: number, done: Done<{ rootX: number; rootY: number }>): void
    on(event: 'event', listener: (event: XEvent) => void): void
    on(event: 'error', listener: (error: Error) => void): void
    on(event: 'end', listener: () => void): void
    terminate(): void
  }

  interface XDisplay {
    client: XClient
    min_keycode: number
    max_keycode: number
    screen: { root: number; pixel_width: number; pixel_height: number }[]
  }

  const x11: {
    createClient(options: { display: string }, done: Done<XDisplay>): void
    eventMask: Record<
      'PropertyChange' | 'FocusChange' | 'StructureNotify' | 'SubstructureNotify' | 'SubstructureRedirect',
      number
    >
  }
  export default x11
  export type { XClient, XDisplay, XEvent, XProperty }
}
