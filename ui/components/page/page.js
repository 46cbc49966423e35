// Tells the page its language and gives the theme's colours to all of it, not to components alone.
import { watchConnection } from './lost.js';

const TAGS = { en: 'en', zh: 'zh-CN' };

const publish = (parentElement) => {
  const wrapper = parentElement.closest('.stBidiComponent') ?? parentElement;
  const style = getComputedStyle(wrapper.querySelector('.lab-page'));
  for (const name of style) {
    if (name.startsWith('--st-')) document.documentElement.style.setProperty(name, style.getPropertyValue(name));
  }
};

export default function ({ data, parentElement }) {
  document.documentElement.lang = TAGS[data.language];
  document.cookie = `lab_language=${data.language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  publish(parentElement);
  watchConnection(data.words);
}
