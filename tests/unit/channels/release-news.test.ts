import { describe, expect, it } from 'vitest'
import { createReleaseNews } from '../../../shared/channels/release-news.ts'
import { channelState as channel } from '../../support/channel-state.ts'

const second = { version: 2, message: '双11 口径', mustUpdateBy: '2026-11-10' }

describe('news of a release', () => {
  it('tells once that it is here, with the lead’s words', () => {
    const news = createReleaseNews()
    expect(news.learn([channel()])).toEqual([])
    expect(news.learn([channel({ status: 'fetching', offered: second })])).toEqual([])
    const here = channel({ present: 2, offered: second })
    expect(news.learn([here])).toEqual([
      { libraryId: 'team', version: 2, title: '《屿禾团队》更新到第 2 版', body: '双11 口径' },
    ])
    expect(news.learn([here])).toEqual([])
  })

  it('tells that it waits, and by when; taken then, it is told no more', () => {
    const news = createReleaseNews()
    news.learn([channel()])
    expect(news.learn([channel({ status: 'waiting', offered: second })])).toEqual([
      {
        ...{ libraryId: 'team', version: 2, title: '《屿禾团队》第 2 版等你确认' },
        body: '双11 口径\n最晚 2026-11-10 更新',
      },
    ])
    expect(news.learn([channel({ present: 2, offered: second })])).toEqual([])
  })

  it('reminds at the start of what waits, not of what is here', () => {
    expect(createReleaseNews().learn([channel({ present: 2, offered: second })])).toEqual([])
    expect(createReleaseNews().learn([channel({ status: 'waiting', offered: second })])).toHaveLength(1)
  })

  it('says nothing to who has just subscribed, to who publishes, or when an update is undone', () => {
    const news = createReleaseNews()
    news.learn([])
    expect(news.learn([channel({ present: 2, offered: second })])).toEqual([])
    expect(news.learn([channel({ present: 1, offered: second })])).toEqual([])
    expect(news.learn([channel({ present: 2, offered: second })])).toEqual([])
    expect(news.learn([channel({ role: 'publisher', present: 3 })])).toEqual([])
  })
})
