#!/usr/bin/env python3
"""Makes the training file of the bundled model `general` (docs/general.md): prepare.py DATA EWT OUTPUT

DATA holds train-documents.jsonl.gz, dev-documents.jsonl, partial.jsonl.gz and relations.json; EWT is UD English EWT's
training file, .conllu.gz; OUTPUT gets train.jsonl and dev.jsonl. Whatever is chosen is chosen by SHA-256 of a record's id,
so the files are the same wherever they are made. Python 3, no packages."""
import collections, gzip, hashlib, json, re, sys

DATA, EWT, OUTPUT = sys.argv[1:]
RELATIONS = json.load(open(f'{DATA}/relations.json'))

# Relations that a sentence often states beside the one that it was collected for.
LIKELY = {
    'country', 'located in the administrative territorial entity', 'contains administrative territorial entity', 'continent',
    'country of citizenship', 'country of origin', 'publication date', 'inception', 'point in time', 'date of birth',
    'date of death', 'genre', 'instance of', 'part of', 'has part', 'member of', 'cast member', 'director', 'performer', 'author',
    'creator', 'notable work', 'participant', 'participant of', 'location', 'applies to jurisdiction', 'characters',
    'present in work', 'follows', 'followed by'}
PERSONAL = {
    'place of birth', 'place of death', 'date of birth', 'date of death', 'country of citizenship', 'educated at', 'employer',
    'member of political party', 'position held', 'residence', 'spouse', 'occupation', 'member of sports team', 'award received',
    'military branch', 'religion', 'languages spoken', 'league', 'award'}
# What a verb becomes behind "did not", "might" or "refused to".
BASE = {
    'became': 'become', 'won': 'win', 'wrote': 'write', 'directed': 'direct', 'founded': 'found', 'played': 'play',
    'plays': 'play', 'married': 'marry', 'received': 'receive', 'released': 'release', 'produced': 'produce',
    'composed': 'compose', 'created': 'create', 'designed': 'design', 'built': 'build', 'joined': 'join', 'died': 'die',
    'lived': 'live', 'studied': 'study', 'graduated': 'graduate', 'moved': 'move', 'lies': 'lie', 'flows': 'flow',
    'serves': 'serve', 'served': 'serve', 'stars': 'star', 'starred': 'star', 'belongs': 'belong', 'owns': 'own',
    'acquired': 'acquire', 'signed': 'sign', 'has': 'have', 'had': 'have'}
VERB = re.compile(
    r'(,? ?(?:who|which))? (was|is|were|are|has been|had been|has|had|became|won|wrote|directed|founded|played|plays|married'
    r'|received|released|produced|composed|created|designed|built|joined|died|lived|studied|graduated|moved|lies|flows|serves'
    r'|served|stars|starred|belongs|owns|acquired|signed)\b')
REPORTS = [
    'It is not true that ', 'Nobody can say whether ', 'There is no evidence that ', 'He wrongly claimed that ',
    'It was falsely reported that ', 'They doubt that ', 'Critics deny that ', 'It is a myth that ']
KIN = ["'s brother", "'s father", "'s mother", "'s sister", "'s wife", "'s former teacher", "'s neighbour", "'s uncle"]


def draw(name, salt):
    return int.from_bytes(hashlib.sha256((salt + '\0' + name).encode()).digest()[:4], 'big')


def entity(text, start, end):
    return {'text': text[start:end], 'start': start, 'end': end}


def spans(document, limit=60):
    """From each sentence on as many whole sentences as fit; none that lies in the one before."""
    sentences, last = document['sentences'], -1
    for i in range(len(sentences)):
        j, words = i, sentences[i]['words']
        while j + 1 < len(sentences) and words + sentences[j + 1]['words'] <= limit:
            j += 1
            words += sentences[j]['words']
        if j > last:
            yield i, j
        last = max(last, j)


def nearest(subjects, objects):
    best = None
    for x in subjects:
        for y in objects:
            if x['start'] < y['end'] and y['start'] < x['end']:
                continue
            gap = max(y['start'] - x['end'], x['start'] - y['end'])
            if best is None or gap < best[0]:
                best = (gap, x, y)
    return best


def passage(document, i, j):
    sentences = document['sentences']
    begin, end = sentences[i]['start'], sentences[j]['end']
    text = document['text'][begin:end]
    mentions = [[m for m in e['mentions'] if i <= m['sentence'] <= j] for e in document['entities']]
    seen, entities = set(), []
    for e, found in zip(document['entities'], mentions):
        for m in found:
            place = (m['start'] - begin, m['end'] - begin)
            if place not in seen:
                seen.add(place)
                entities.append({'start': place[0], 'end': place[1], 'type': e['type']})
    entities.sort(key=lambda e: (e['start'], e['end']))
    triples, done = [], set()
    for fact in document['facts']:
        subjects, objects = mentions[fact['subject']], mentions[fact['object']]
        if not subjects or not objects:
            continue
        evidence = set(fact.get('evidence') or [])
        same = {m['sentence'] for m in subjects} & {m['sentence'] for m in objects}
        if evidence and not all(i <= s <= j for s in evidence) and not same & evidence:
            continue
        kept = same & evidence or same or None
        pair = nearest(
            [m for m in subjects if kept is None or m['sentence'] in kept],
            [m for m in objects if kept is None or m['sentence'] in kept]) or nearest(subjects, objects)
        if not pair:
            continue
        _, x, y = pair
        key = (x['start'], x['end'], fact['relation'], y['start'], y['end'])
        if key not in done:
            done.add(key)
            triples.append({
                'subject': entity(text, x['start'] - begin, x['end'] - begin), 'relation': fact['relation'],
                'object': entity(text, y['start'] - begin, y['end'] - begin)})
    return {'id': f"{document['id']}-{i}-{j}", 'text': text, 'entities': entities, 'triples': triples}


def supposed(record):
    """Where nothing is known to be false, all would be learned to be true: so some relations count as annotated."""
    if 'annotated' not in record:
        return record
    listed = {t['relation'] for t in record['triples']}
    more = [
        r for r in RELATIONS if r not in listed and r not in record['annotated']
        and draw(record['id'] + '\0' + r, 'supposed') % 8 < (1 if r in LIKELY else 4)]
    return {**record, 'annotated': record['annotated'] + more}


def joined(name, parts):
    text, triples, entities = '', [], []
    for part in parts:
        offset = len(text) + (1 if text else 0)
        text = (text + ' ' if text else '') + part['text']
        move = lambda e: {**e, 'start': e['start'] + offset, 'end': e['end'] + offset}
        triples += [
            {'subject': move(t['subject']), 'relation': t['relation'], 'object': move(t['object'])} for t in part['triples']]
        entities += [move(e) for e in part.get('entities', [])]
    record = {'id': name, 'text': text}
    if all('entities' in part for part in parts):
        record['entities'] = entities
    record['triples'] = triples
    return record


def ends(text):
    return re.search(r'[.!?]["\')\]]*$', text) is not None


def same_relation(records):
    """Two or three sentences side by side that state the same relation of different things."""
    groups = collections.defaultdict(list)
    for r in records:
        if len(r['triples']) == 1 and ends(r['text']) and r['text'][:1].isupper() and len(r['text'].split()) <= 22:
            groups[r['triples'][0]['relation']].append(r)
    for relation in sorted(groups):
        some, k = sorted(groups[relation], key=lambda r: draw(r['id'], 'same'))[:60], 0
        while k + 1 < len(some):
            n = 3 if k % 5 == 0 and k + 2 < len(some) else 2
            group = some[k:k + n]
            k += n
            if len({t['subject']['text'] for r in group for t in r['triples']}) == n:
                yield {**joined('same-' + group[0]['id'], group), 'annotated': [relation]}


def silence():
    """Sentences with at most one name, which state no fact."""
    lines = []
    for line in gzip.open(EWT, 'rt'):
        line = line.rstrip('\n')
        if line:
            lines.append(line)
            continue
        text = next((l[9:] for l in lines if l.startswith('# text = ')), None)
        name = next((l[12:] for l in lines if l.startswith('# sent_id = ')), '')
        words = [l.split('\t') for l in lines if l[:1].isdigit()]
        names, before = 0, False
        for word in words:
            proper = word[3:4] == ['PROPN']
            names += proper and not before
            before = proper
        if text and 3 <= len(words) <= 40 and names <= 1 and draw(name, 'silence') % 100 < 12:
            yield {'id': 'ewt-' + name, 'text': text, 'triples': []}
        lines = []


def denied(record, kind):
    """The text with its one triple negated, doubted, asked, supposed, or said of somebody else; None where no rule fits."""
    triple, text = record['triples'][0], record['text']
    subject, obj = triple['subject'], triple['object']
    if subject['start'] >= obj['start']:
        return None
    match = VERB.match(text[subject['end']:obj['start']])
    if not match:
        return None
    verb = match.group(2)
    i, j = subject['end'] + match.start(2), subject['end'] + match.end(2)
    if verb in ('has', 'had') and re.match(r'(has|had) \w+(ed|en|n|t)\b', text[i:]):
        return None
    head, tail = text[:i], text[j:]
    first = subject['start'] <= 1 or text[:subject['start']] in ('The ', '"')
    if kind == 0:
        done = {'was': 'was not', 'is': 'is not', 'were': 'were not', 'are': 'are not', 'has been': 'has never been',
                'had been': 'had not been'}.get(verb)
        return head + (done or ('does not ' if verb.endswith('s') else 'did not ') + BASE[verb]) + tail
    if kind == 1:
        done = {'was': 'could have been', 'is': 'might be', 'were': 'might have been', 'are': 'may be',
                'has been': 'may have been', 'had been': 'could have been'}.get(verb)
        if done is None and verb.endswith('s'):
            done = 'might ' + BASE[verb]
        elif done is None:
            done = 'might have' if verb == 'had' else 'could have ' + {'became': 'become', 'wrote': 'written'}.get(verb, verb)
        return head + done + tail
    if kind == 2:
        done = {'was': 'was never', 'is': 'is no longer', 'were': 'were never', 'are': 'are not', 'has been': 'has not been',
                'had been': 'had never been'}.get(verb)
        never = verb in ('has', 'had', 'died', 'lies', 'flows')
        return head + (done or ('never ' + verb if never else 'refused to ' + BASE[verb])) + tail
    if kind == 3:
        keep = text[subject['start']:subject['end']].split()[0] == text.split()[0]
        return REPORTS[draw(record['id'], 'pre') % 8] + (text if keep else text[:1].lower() + text[1:])
    if kind == 4:
        if not first or verb not in ('was', 'is', 'were', 'are'):
            return None
        asked = head.rstrip()
        asked = 'the ' + asked[4:] if asked.startswith('The ') else asked
        return verb.capitalize() + ' ' + asked + ' ' + tail.strip().rstrip('.') + '?'
    if kind == 5:
        clause = text.rstrip().rstrip('.')
        keep = first and not clause.startswith('The ')
        return 'If ' + (clause if keep else clause[:1].lower() + clause[1:]) + ', nobody would be surprised.'
    if triple['relation'] not in PERSONAL or verb not in (
            'was', 'is', 'became', 'won', 'wrote', 'played', 'plays', 'married', 'joined', 'died', 'lived', 'studied', 'graduated',
            'moved', 'served', 'serves', 'founded', 'directed'):
        return None
    return text[:subject['end']] + KIN[draw(record['id'], 'kin') % 8] + text[subject['end']:]


def counterfactuals(records):
    some = [
        r for r in records if len(r['triples']) == 1 and len(r['text'].split()) <= 30 and r['text'][:1].isupper()]
    made = 0
    for r in sorted(some, key=lambda r: draw(r['id'], 'deny')):
        kind = {7: 0, 8: 6}.get(draw(r['id'], 'kind') % 9, draw(r['id'], 'kind') % 9)
        text = denied(r, kind)
        if text:
            made += 1
            yield {'id': f"denied{kind}-{r['id']}", 'text': text, 'annotated': [r['triples'][0]['relation']], 'triples': []}
        if made >= 1600:
            return


def cases(records):
    """Some texts once more in small letters, and a few in capitals."""
    for r in records:
        n = draw(r['id'], 'case') % 100
        if n >= 10:
            continue
        name, change = ('lower', str.lower) if n < 8 else ('upper', str.upper)
        text = change(r['text'])
        if len(text) != len(r['text']):
            continue
        copy = json.loads(json.dumps(r))
        copy.update(id=name + '-' + r['id'], text=text)
        for triple in copy['triples']:
            for end in ('subject', 'object'):
                triple[end]['text'] = text[triple[end]['start']:triple[end]['end']]
        yield copy


def write(name, records):
    with open(f'{OUTPUT}/{name}', 'w') as file:
        for r in records:
            file.write(json.dumps(r, ensure_ascii=False) + '\n')


documents = [json.loads(line) for line in gzip.open(f'{DATA}/train-documents.jsonl.gz', 'rt')]
passages = [passage(d, i, j) for d in documents for i, j in spans(d)]
sentences = [passage(d, i, i) for d in documents for i in range(len(d['sentences']))]
partial = [json.loads(line) for line in gzip.open(f'{DATA}/partial.jsonl.gz', 'rt')]
partial = [r for r in partial if not r['id'].startswith('fewrel') or draw(r['id'], 'keep') % 100 < 40]
short = sorted(
    [s for s in sentences if s['triples'] and ends(s['text']) and len(s['text'].split()) <= 28], key=lambda s: draw(s['id'], 'join'))
pairs = [joined('joined-' + short[k]['id'], short[k:k + 2]) for k in range(0, min(len(short) - 2, 2000), 2)]
repeated = [
    joined('repeated-' + s['id'], [s, s]) for s in sorted(short, key=lambda s: draw(s['id'], 'repeat'))[:150]]
parts = [
    passages, partial, pairs, list(same_relation(partial)), repeated, list(silence()), list(cases(passages + partial)),
    list(counterfactuals(partial))]
write('train.jsonl', [supposed(r) for part in parts for r in part])

dev = []
for line in open(f'{DATA}/dev-documents.jsonl'):
    document, last = json.loads(line), -1
    for i, j in spans(document):
        if i > last:
            last = j
            dev.append(passage(document, i, j))
write('dev.jsonl', dev)
