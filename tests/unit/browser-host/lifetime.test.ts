import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchLifetime } from '../../../electron/browser-host/lifetime.ts'

/** A host and its window, whose pages come and go as the story says. */
function openStory({ browserOutlivesWindows = false } = {}) {
  let pages = 0
  let isOpen = true
  let pagesChanged = (_pages: number) => {}
  let closed = () => {}
  const onLeft = vi.fn()
  const onNeverCame = vi.fn()
  watchLifetime(
    {
      pages: () => pages,
      onPagesChanged: (listener) => {
        pagesChanged = listener
      },
      close: () => {},
    },
    {
      isOpen: () => isOpen,
      onClosed: (listener) => {
        closed = listener
      },
      close: () => {},
    },
    { onLeft, onNeverCame },
    browserOutlivesWindows,
  )
  return {
    onLeft,
    onNeverCame,
    pages(count: number) {
      pages = count
      pagesChanged(count)
    },
    browserEnds() {
      isOpen = false
      closed()
    },
  }
}

describe('a host whose window was opened for the person', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const later = () => vi.advanceTimersByTime(60_000)

  it('ends once the last window is closed', () => {
    const story = openStory()
    story.pages(1)
    story.pages(0)
    story.browserEnds()
    expect(story.onLeft).not.toHaveBeenCalled()
    later()
    expect(story.onLeft).toHaveBeenCalledOnce()
  })

  it('goes on while the page reloads, or sleeps in a browser that runs', () => {
    const story = openStory()
    story.pages(1)
    story.pages(0)
    later()
    story.pages(1)
    later()
    expect(story.onLeft).not.toHaveBeenCalled()
  })

  it('goes on when a running browser took the window over', () => {
    const story = openStory()
    story.browserEnds()
    story.pages(1)
    later()
    expect(story.onLeft).not.toHaveBeenCalled()
    expect(story.onNeverCame).not.toHaveBeenCalled()
    story.pages(0)
    later()
    expect(story.onLeft).toHaveBeenCalledOnce()
  })

  it('says so when the browser ended and no page ever came', () => {
    const story = openStory()
    story.browserEnds()
    later()
    expect(story.onNeverCame).toHaveBeenCalledOnce()
    expect(story.onLeft).not.toHaveBeenCalled()
  })

  it('ends with the last page on macOS, where a browser lives on without windows', () => {
    const story = openStory({ browserOutlivesWindows: true })
    later()
    story.pages(1)
    story.pages(0)
    later()
    expect(story.onLeft).toHaveBeenCalledOnce()
  })
})
