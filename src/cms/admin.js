
(function (settings) {
  'use strict';

  if (!window.CMS) {
    const note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.textContent = settings.words.missing;
    document.body.append(note);
    return;
  }

  const { CMS, createClass, h } = window;

  // Decap hands over values of Immutable, Sveltia plain ones.
  const plain = (value) => (value && typeof value.toJS === 'function' ? value.toJS() : value);
  const isEach = (value) => value !== null && typeof value === 'object';
  const first = settings.languages[0].tag;

  const INPUT = { width: '100%', boxSizing: 'border-box', padding: '8px', font: 'inherit' };

  /** A text that is one for all languages, or one for each: `Maluku`, or `{ id: …, en: … }`. */
  const Text = createClass({
    getInitialState() {
      return { isEach: isEach(this.props.value) };
    },

    text(tag) {
      const { value } = this.props;
      return String((isEach(value) ? value[tag] : value) ?? '');
    },

    tell(texts) {
      const filled = texts.filter(([, text]) => text !== '');
      this.props.onChange(filled.length > 0 ? Object.fromEntries(filled) : '');
    },

    choose(event) {
      const isEachNow = event.target.value === 'each';
      const texts = settings.languages.map(({ tag }) => [tag, this.text(tag)]);
      this.setState({ isEach: isEachNow });
      if (isEachNow) {
        this.tell(texts);
      } else {
        this.props.onChange(texts.map(([, text]) => text).find((text) => text !== '') ?? '');
      }
    },

    write(tag, text) {
      if (this.state.isEach) {
        this.tell(settings.languages.map(({ tag: own }) => [own, own === tag ? text : this.text(own)]));
      } else {
        this.props.onChange(text);
      }
    },

    input(tag, id, name) {
      return h(this.props.isLong ? 'textarea' : 'input', {
        id,
        lang: tag,
        value: this.text(tag),
        rows: this.props.isLong ? 4 : undefined,
        'aria-label': name,
        style: INPUT,
        onChange: (event) => this.write(tag, event.target.value),
      });
    },

    render() {
      const { id, label } = this.props;
      const { same, each } = settings.words;
      const inputs = this.state.isEach
        ? settings.languages.map(({ tag, name }) =>
            h('div', { key: tag, style: { marginTop: '8px' } },
              h('span', { lang: tag, style: { fontSize: '0.85em' } }, name),
              this.input(tag, `${id}-${tag}`, `${label}: ${name}`)))
        : this.input(first, id, label);
      const choice = h('select', {
        value: this.state.isEach ? 'each' : 'same',
        'aria-label': label,
        style: { marginBottom: '8px' },
        onChange: this.choose,
      }, h('option', { value: 'same' }, same), h('option', { value: 'each' }, each));
      return h('div', null, choice, inputs);
    },
  });

  /** Several of them. */
  const Texts = createClass({
    getInitialState() {
      // Keys that stay with their entries when others are taken out.
      return { keys: this.props.values.map((_, index) => index), next: this.props.values.length };
    },

    add() {
      this.setState(({ keys, next }) => ({ keys: [...keys, next], next: next + 1 }));
      this.props.onChange([...this.props.values, '']);
    },

    remove(index) {
      this.setState(({ keys }) => ({ keys: keys.filter((_, other) => other !== index) }));
      this.props.onChange(this.props.values.filter((_, other) => other !== index));
    },

    render() {
      const { values, id, label, isLong, onChange } = this.props;
      const { add, remove } = settings.words;
      const rows = values.map((value, index) =>
        h('div', { key: this.state.keys[index] ?? `new-${index}`, style: { marginBottom: '16px' } },
          h(Text, {
            value,
            id: `${id}-${index}`,
            label: `${label} ${index + 1}`,
            isLong,
            onChange: (text) => onChange(values.map((own, other) => (other === index ? text : own))),
          }),
          h('button', { type: 'button', 'aria-label': `${remove}: ${label} ${index + 1}`, onClick: () => this.remove(index) }, remove)));
      return h('div', null, rows, h('button', { type: 'button', onClick: this.add }, `${add}: ${label}`));
    },
  });

  /** What both programs show for the widget. */
  const Control = createClass({
    render() {
      const { field, forID, classNameWrapper, onChange } = this.props;
      const value = plain(this.props.value);
      const asked = { id: forID, label: field.get('label'), isLong: field.get('lines') === 'many', onChange };
      const inner = field.get('multiple')
        ? h(Texts, { ...asked, values: Array.isArray(value) ? value : [] })
        : h(Text, { ...asked, value: value ?? '' });
      return h('div', { className: classNameWrapper }, inner);
    },
  });

  CMS.registerWidget(settings.widget, Control);
  CMS.init();
})(SETTINGS);
