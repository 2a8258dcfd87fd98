//! Everybody there is: members of every role, visitors by every sort of link, and who has nothing to do with any home.

use super::bill::IN_MONEY;
use super::scene::{
    CASES, DEAL, DEALS, ESTATES, FIRM, HOMES, IN_FIRM, LABEL, NO_LINK, TRUSTEE, deal_link, kept, kept_in_case,
    kept_in_deal, kept_in_estate, link,
};
use crate::tests::{Person, Server};
use model::access::Role;
use model::{ShareId, SpaceId};
use std::collections::BTreeMap;

/// Somebody, and what they are.
pub(super) struct Who {
    pub(super) name: &'static str,
    pub(super) person: Person,
    pub(super) roles: BTreeMap<SpaceId, Role>,
    /// The link by which they visit, and whether it still lets them in.
    pub(super) link: Option<(ShareId, bool)>,
    pub(super) signed_in: bool,
    pub(super) stepped_up: bool,
}

impl Who {
    /// Whether they visit by a link that takes entries or files: those for tradespeople and of deals do, and labels.
    pub(super) fn sends(&self) -> bool {
        self.provides() || self.link.is_some_and(|(id, _)| [1, 2, 7, LABEL].map(link).contains(&id))
    }

    /// Whether they visit by the link of a deal.
    pub(super) fn provides(&self) -> bool {
        self.link.is_some_and(|(id, _)| [0, 1].map(deal_link).contains(&id))
    }

    /// Whether they scanned a label, by which they see nothing.
    pub(super) fn scanned(&self) -> bool {
        self.link.is_some_and(|(id, _)| id == link(LABEL))
    }

    /// Whether they visit by a link of the scheme.
    fn looks_after(&self) -> bool {
        self.link.is_some_and(|(id, _)| [0, 2].map(|at| link(TRUSTEE + at)).contains(&id))
    }

    /// What stands in the homes, their deals, the firm, the schemes and their cases and is not theirs to see. Who visits sees the first system of one home, one
    /// deal, or the first scheme without what links hide.
    pub(super) fn hidden(&self) -> Vec<String> {
        let sees_home = !self.scanned() && !self.provides() && !self.looks_after();
        let of_link = self.link.filter(|_| sees_home).map(|(id, _)| usize::from(id == link(7)));
        let all = [(0, 1), (0, 2), (1, 1), (1, 2)];
        let is_hidden = |(home, number): &(usize, u8)| {
            !self.roles.contains_key(&HOMES[*home]) && (of_link != Some(*home) || *number == 2)
        };
        let is_apart = |home: &usize| {
            !self.roles.contains_key(&DEALS[*home]) && self.link.is_none_or(|(id, _)| id != deal_link(*home))
        };
        let deals = [0, 1].into_iter().filter(is_apart).map(kept_in_deal);
        let works = self.roles.get(&DEALS[0]) == Some(&Role::Technician);
        let money = (is_apart(&0) || works).then(|| IN_MONEY.to_owned());
        let firm = (!self.roles.contains_key(&FIRM)).then(|| IN_FIRM.to_owned());
        let homes = all.into_iter().filter(is_hidden).map(|(home, number)| kept(home, number));
        let is_hidden = |at: &usize| !self.roles.contains_key(&ESTATES[*at]) && (*at == 1 || !self.looks_after());
        let estates = [0, 1].into_iter().filter(is_hidden).map(kept_in_estate);
        let no_link = (!self.roles.contains_key(&ESTATES[0])).then(|| NO_LINK.to_owned());
        let cases = [0, 1].into_iter().filter(|case| !self.roles.contains_key(&CASES[*case])).map(kept_in_case);
        homes.chain(deals).chain(money).chain(firm).chain(estates).chain(no_link).chain(cases).collect()
    }
}

/// Members of a home are what they are there in its deals too.
fn at_home(home: usize, role: Role) -> BTreeMap<SpaceId, Role> {
    [(DEALS[home], role), (HOMES[home], role)].into()
}

/// Everybody: who is a member, in the order of their roles, and who visits by which link.
pub(super) async fn people(
    server: &Server,
    members: [Person; 14],
    parties: [Person; 2],
    visits: Vec<(u128, Person)>,
) -> Vec<Who> {
    let names = [
        ("owner", at_home(0, Role::Owner)),
        ("co-owner", at_home(0, Role::CoOwner)),
        ("manager", at_home(0, Role::Manager)),
        ("tenant", at_home(0, Role::Tenant)),
        ("viewer", at_home(0, Role::Viewer)),
        ("former co-owner", BTreeMap::new()),
        ("owner of another home", at_home(1, Role::Owner)),
        ("viewer of another home", at_home(1, Role::Viewer)),
        ("provider", [(DEALS[0], Role::Provider)].into()),
        ("provider of another home", [(DEALS[1], Role::Provider)].into()),
        ("owner of the firm", [(FIRM, Role::Owner), (DEALS[0], Role::Provider)].into()),
        ("office of the firm", [(FIRM, Role::Manager), (DEALS[0], Role::Provider)].into()),
        ("technician", [(FIRM, Role::Technician), (DEALS[0], Role::Technician)].into()),
        ("technician who is not sent there", [(FIRM, Role::Technician)].into()),
    ];
    let mut people = Vec::new();
    for ((name, mut roles), person) in names.into_iter().zip(&members) {
        // Some of them look after a scheme too, and are in its cases what they are there.
        let of_first = |role| [ESTATES[0], CASES[0], CASES[1]].map(|space| (space, role)).to_vec();
        roles.extend(match name {
            "owner" => of_first(Role::Owner),
            "manager" => of_first(Role::Manager),
            "viewer" => of_first(Role::Trustee),
            "owner of another home" => vec![(ESTATES[1], Role::Owner)],
            _ => Vec::new(),
        });
        let person = server.person_again(person).await;
        people.push(Who { name, person, roles, link: None, signed_in: true, stepped_up: true });
    }
    for (case, person) in parties.into_iter().enumerate() {
        let roles = BTreeMap::from([(CASES[case], Role::Provider)]);
        let name = ["party to a case", "party to another case"][case];
        people.push(Who { name, person, roles, link: None, signed_in: true, stepped_up: true });
    }
    let nobody =
        |name, person, link| Who { name, person, roles: BTreeMap::new(), link, signed_in: false, stepped_up: false };
    people.push(nobody("nobody", server.stranger(), None));
    people.push(nobody("passcode not given", server.stranger(), None));
    let stranger = server.person("stranger").await;
    people.push(Who {
        name: "signed-in stranger",
        person: stranger,
        roles: BTreeMap::new(),
        link: None,
        signed_in: true,
        stepped_up: true,
    });
    for (at, person) in visits {
        let (name, is_good) = match at {
            1 => ("tradesperson", true),
            2 => ("another tradesperson", true),
            3 => ("trustee", true),
            5 => ("visitor by a link that ran out", false),
            6 => ("visitor by a link that was ended", false),
            LABEL => ("who scanned a label", true),
            DEAL => ("provider by the link of a deal", true),
            TRUSTEE => ("trustee of a scheme by link", true),
            _ if at == TRUSTEE + 2 => ("trustee by a link that was ended", false),
            _ if at == DEAL + 1 => ("provider by the link of another home's deal", true),
            _ => ("tradesperson of another home", true),
        };
        people.push(nobody(name, person, Some((link(at), is_good))));
    }
    // Who has not proved to be there for a while.
    let late = server.person_again(&members[0]).await;
    server.app.clock.advance_ms(6 * 60 * 1000);
    for who in &mut people {
        who.stepped_up = false;
    }
    people.push(Who {
        name: "owner, not proved lately",
        person: late,
        roles: people[0].roles.clone(),
        link: None,
        signed_in: true,
        stepped_up: false,
    });
    for at in 0..people.len() - 1 {
        if people[at].signed_in {
            people[at].person = server.person_again(&people[at].person).await;
            people[at].stepped_up = true;
        }
    }
    people
}
