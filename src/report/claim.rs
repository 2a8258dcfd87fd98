//! What an insurer is given after damage, as a report: the policy, what failed, the damage and the care before it, certificates, quotes, and what is missing.

use crate::block::{Block, Cover, Fact, Photo, Report, Section, Timeline, TimelineEntry, Year};
use crate::home::{Home, Kept};
use crate::left_out::LeftOut;
use crate::parts::joined;
use crate::wish::{Hidden, Part, Wish};
use crate::{Given, Maker, facts, papers, timeline};
use model::claim_pack::{ClaimPack, Failed, Known, Payer, claim_pack};
use model::document::Document;
use model::entry::Entry;
use model::look::Filter;
use model::{PartialDate, RecordId};
use words::Words;
use words::told::address;

/// The pack for a fault of `home`; none if there is no such fault.
pub fn claim(home: &Home<'_>, fault: RecordId, maker: &Maker) -> Option<Report> {
    let pack = claim_pack(&known(home), fault)?;
    let letter = home.entries.iter().find(|entry| entry.id == fault)?.letter;
    let wish = Wish {
        parts: vec![Part::Photos, Part::Notes],
        from: None,
        until: None,
        hidden: Hidden::default(),
        filter: Filter::default(),
    };
    let about = About { home, wish: &wish, pack: &pack, fault, letter, maker };
    let said = &maker.words.faults().pack;
    let missing = pack.missing.iter().map(|missing| (said.missing_is)(*missing).to_owned());
    Some(Report {
        language: maker.words.tag,
        cover: about.cover(),
        inside: maker.words.print().inside,
        left_out: LeftOut { title: said.missing, lines: missing.collect() },
        sections: about.sections(),
        foot: said.foot,
    })
}

/// The home as the rule looks at it.
fn known<'a>(home: &Home<'a>) -> Known<'a> {
    fn pairs<'a, T>(all: &[Kept<'a, T>]) -> Vec<(RecordId, &'a T)> {
        all.iter().map(|kept| (kept.id, kept.letter)).collect()
    }
    Known {
        property: home.property,
        systems: pairs(&home.systems),
        entries: pairs(&home.entries),
        certificates: pairs(&home.certificates),
        documents: pairs(&home.documents),
        contacts: pairs(&home.contacts),
    }
}

/// What the pack is made of.
struct About<'a> {
    home: &'a Home<'a>,
    wish: &'a Wish,
    pack: &'a ClaimPack,
    fault: RecordId,
    letter: &'a Entry,
    maker: &'a Maker,
}

impl<'a> About<'a> {
    fn words(&self) -> &'static Words {
        self.maker.words
    }

    fn cover(&self) -> Cover {
        let (words, property) = (self.words(), self.home.property);
        let said = &words.faults().pack;
        let day = words.day(self.maker.today);
        let when = self.letter.when.map(|when| words.date(when)).unwrap_or_default();
        Cover {
            title: said.title,
            home: property.map_or(said.title, |property| &property.name).to_owned(),
            street: property.map(address).unwrap_or_default(),
            span: (said.about)(&self.letter.title, &when),
            only: String::new(),
            made: match self.maker.account.as_deref() {
                Some(account) => (words.print().made_by)(&day, account),
                None => (words.print().made)(&day),
            },
        }
    }

    fn sections(&self) -> Vec<Section> {
        let said = &self.words().faults().pack;
        let section = |part, title, blocks| Section { part, title, count: String::new(), blocks };
        vec![
            section(Part::Home, said.policy, vec![Block::Facts { facts: self.policy() }]),
            section(Part::Systems, said.failed, self.failed()),
            section(Part::Timeline, said.story, self.story()),
            section(Part::Certificates, said.certificates, self.certificates()),
            section(Part::Documents, said.quotes, self.quotes()),
        ]
    }

    fn policy(&self) -> Vec<Fact> {
        let words = self.words();
        let (said, pack) = (words.faults(), &words.faults().pack);
        let paper = self.pack.policy.and_then(|id| self.paper(id));
        let insurer = paper.and_then(|paper| paper.contact).and_then(|id| self.home.contact(id));
        let of = |text: fn(&Document) -> &str| paper.map(text).unwrap_or_default().to_owned();
        let excess = paper.and_then(|paper| paper.excess.as_ref()).map(|excess| words.money(excess));
        let source = if self.pack.payer == Payer::Owner { "" } else { Payer::SOURCE };
        let when = self.letter.when.map(|when| words.date(when)).unwrap_or_default();
        let lines = [
            Fact::known(pack.paper, of(|paper| &paper.title)),
            Fact::known(said.policy_number, of(|paper| &paper.policy_number)),
            Fact::known(pack.insurer, insurer.map(|one| joined(&[&one.name, &one.phone])).unwrap_or_default()),
            Fact::known(said.claims_phone, of(|paper| &paper.claims_phone)),
            Fact::known(said.excess, excess.unwrap_or_default()),
            Some(Fact::new(pack.payer, (pack.payer_is)(self.pack.payer)).noted(source)),
            Fact::known(pack.day, when),
        ];
        lines.into_iter().flatten().collect()
    }

    fn paper(&self, id: RecordId) -> Option<&'a Document> {
        self.home.documents.iter().find(|paper| paper.id == id).map(|paper| paper.letter)
    }

    fn failed(&self) -> Vec<Block> {
        let words = self.words();
        if self.pack.systems.is_empty() {
            return vec![Block::Nothing { text: words.print().none }];
        }
        let of = |Failed { system, age, .. }: &Failed| {
            let letter = self.home.system(*system)?;
            let mut lines = facts::identity(self.home, words, letter, Hidden::default());
            lines.extend(facts::life(self.home, words, letter));
            let said = &words.faults().pack;
            lines.extend(age.map(|age| Fact::new(said.age, (said.age_is)(age.years))));
            Some(Block::Facts { facts: lines })
        };
        self.pack.systems.iter().filter_map(of).collect()
    }

    /// The damage, and the care before it.
    fn story(&self) -> Vec<Block> {
        let said = &self.words().faults().pack;
        let damage: Vec<RecordId> = [self.fault].into_iter().chain(self.pack.repairs.iter().copied()).collect();
        let mut blocks = vec![Block::Group { text: said.damage }];
        blocks.extend(self.entries(&damage));
        blocks.push(Block::Group { text: said.before });
        let mut care = self.entries(&self.pack.care);
        if let Some(photos) = self.own_photos() {
            match care.iter_mut().find_map(|block| if let Block::Timeline(of) = block { Some(of) } else { None }) {
                Some(timeline) => timeline.years.push(photos),
                None => care = vec![Block::Timeline(self.alone(photos))],
            }
        }
        blocks.extend(care);
        blocks
    }

    fn entries(&self, ids: &[RecordId]) -> Vec<Block> {
        let chosen: Vec<Kept<'_, Entry>> =
            self.home.entries.iter().filter(|entry| ids.contains(&entry.id)).copied().collect();
        timeline::blocks(&self.given(self.home, &chosen))
    }

    fn given<'b>(&'b self, home: &'b Home<'b>, entries: &'b [Kept<'b, Entry>]) -> Given<'b> {
        Given { home, wish: self.wish, entries, words: self.words(), today: self.maker.today }
    }

    /// The photos of the systems themselves, as if somebody had written them down.
    fn own_photos(&self) -> Option<Year> {
        let words = self.words();
        let of = |failed: &Failed| {
            let letter = self.home.system(failed.system)?;
            let photos: Vec<Photo> = letter.files.iter().filter(|file| file.is_photo()).map(Photo::of).collect();
            let date = letter.installed.map(|date: PartialDate| words.date(date)).unwrap_or_default();
            (!photos.is_empty()).then(|| TimelineEntry {
                date,
                title: letter.name.clone(),
                kind: String::new(),
                notes: String::new(),
                systems: String::new(),
                by: Some(String::new()),
                cost: Some(String::new()),
                photos,
            })
        };
        let entries: Vec<TimelineEntry> = self.pack.systems.iter().filter_map(of).collect();
        let head = words.faults().pack.own_photos.to_owned();
        (!entries.is_empty()).then(|| Year { head, cost: Some(String::new()), entries })
    }

    fn alone(&self, year: Year) -> Timeline {
        let said = self.words().print();
        Timeline {
            caption: self.words().faults().pack.before,
            columns: vec![said.date, said.what, said.system, said.by],
            cost: Some(said.cost),
            years: vec![year],
            total: None,
        }
    }

    fn certificates(&self) -> Vec<Block> {
        let mut home = self.home.clone();
        home.certificates.retain(|one| self.pack.certificates.contains(&one.id));
        papers::certificates(&self.given(&home, &[]))
    }

    fn quotes(&self) -> Vec<Block> {
        let mut home = self.home.clone();
        home.documents.retain(|paper| self.pack.quotes.contains(&paper.id));
        papers::documents(&self.given(&home, &[]))
    }
}
