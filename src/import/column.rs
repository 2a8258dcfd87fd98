//! What a column of a table can become, and how people call such columns.

use crate::text::fold;

/// Gives [`Target`] its variants and their names in text.
macro_rules! targets {
    ($($(#[$meta:meta])* $name:ident = $text:literal,)*) => {
        /// What a column becomes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Target {
            $($(#[$meta])* $name,)*
        }

        impl Target {
            const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name in text: that of the field where it is one.
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The target of that name.
            pub(crate) fn of(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|target| target.as_str() == name)
            }
        }
    };
}

targets! {
    /// A line of the notes.
    Note = "note",
    /// Left out.
    None = "none",
    /// The source's own name for the record.
    Id = "id",
    /// What it is called.
    Name = "name",
    /// What sort of thing or event.
    Sort = "type",
    /// What it is a part of, by name or id; the zone around a zone.
    Parent = "parent",
    /// The zone, or the path to it.
    Zone = "zone",
    /// Who made it.
    Make = "make",
    /// The maker's model.
    Model = "model",
    /// The serial number.
    Serial = "serial",
    /// Size as its trade says it.
    Size = "size",
    /// When it was bought.
    Bought = "bought",
    /// When it was installed.
    Installed = "installed",
    /// When it was taken out of use.
    Removed = "removed",
    /// What one cost.
    Price = "price",
    /// What one would cost now.
    Replacement = "replacement",
    /// The currency of the row's amounts.
    Currency = "currency",
    /// How many.
    Quantity = "quantity",
    /// Expected life in years.
    LifeYears = "life_years",
    /// Where it is shut off.
    ShutOff = "shut_off",
    /// Who fitted it.
    FittedBy = "fitted_by",
    /// Who sold it: a contact.
    Supplier = "supplier",
    /// Paragraphs of the notes.
    Notes = "notes",
    /// Photos, by their names.
    Photo = "photo",
    /// A receipt, by its name.
    Receipt = "receipt",
    /// A manual, by its name.
    Manual = "manual",
    /// What a warranty covers.
    WarrantyScope = "warranty_scope",
    /// When a warranty ends.
    WarrantyEnds = "warranty_ends",
    /// How long it runs, years of it.
    WarrantyYears = "warranty_years",
    /// Months of it.
    WarrantyMonths = "warranty_months",
    /// Days of it.
    WarrantyDays = "warranty_days",
    /// Whether it never ends.
    WarrantyLifetime = "warranty_lifetime",
    /// What a second warranty covers.
    SecondScope = "second_warranty_scope",
    /// When it ends.
    SecondEnds = "second_warranty_ends",
    /// Whether it never ends.
    SecondLifetime = "second_warranty_lifetime",
    /// What happened, in a line.
    Title = "title",
    /// When it happened.
    When = "when",
    /// What it cost in all.
    Cost = "cost",
    /// Of that, labour.
    Labour = "labour",
    /// Of that, parts.
    PartsCost = "parts_cost",
    /// Who did it.
    DoneBy = "done_by",
    /// The thing that it concerns.
    System = "system",
    /// The day by which it should be done.
    Due = "due",
    /// The person to ask for.
    Person = "person",
    /// Telephone.
    Phone = "phone",
    /// E-mail.
    Email = "email",
    /// Where they are.
    Address = "address",
    /// Their trade.
    Trade = "trade",
    /// When a warranty begins.
    Starts = "starts",
    /// How long a warranty runs, in months.
    Months = "months",
    /// Who gave a warranty.
    Provider = "provider",
    /// Its number.
    Number = "number",
    /// Sort of place.
    Place = "place",
    /// Something that is only worth a line where it is so.
    Flag = "flag",
    /// What was done and is to be done, as one program writes it into one cell.
    Events = "events",
}

impl Target {
    /// Whether its texts are dates.
    pub(crate) fn is_date(self) -> bool {
        use Target::*;
        matches!(self, Bought | Installed | Removed | WarrantyEnds | SecondEnds | When | Due | Starts)
    }

    /// Whether its texts are amounts of money.
    pub(crate) fn is_money(self) -> bool {
        matches!(self, Self::Price | Self::Replacement | Self::Cost | Self::Labour | Self::PartsCost)
    }
}

/// What the rows of a table become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Rows {
    /// Systems or items, told by each row.
    Auto,
    /// Items.
    Item,
    /// Systems.
    System,
    /// Entries.
    Entry,
    /// Contacts.
    Contact,
    /// Warranties.
    Warranty,
    /// Tasks.
    Task,
    /// Zones.
    Zone,
}

impl Rows {
    /// All of them, as a person chooses.
    pub(crate) const ALL: [Self; 8] =
        [Self::Auto, Self::Item, Self::System, Self::Entry, Self::Contact, Self::Warranty, Self::Task, Self::Zone];

    /// The name in text.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Item => "item",
            Self::System => "system",
            Self::Entry => "entry",
            Self::Contact => "contact",
            Self::Warranty => "warranty",
            Self::Task => "task",
            Self::Zone => "zone",
        }
    }

    /// What the rows of that name become.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rows| rows.as_str() == name)
    }

    /// Whether they are things: items or systems.
    pub(crate) fn are_things(self) -> bool {
        matches!(self, Self::Auto | Self::Item | Self::System)
    }

    /// What columns of such a table can become, besides notes.
    pub(crate) fn targets(self) -> &'static [Target] {
        use Target::*;
        match self {
            Self::Auto => &[
                Name,
                Sort,
                Zone,
                Parent,
                Make,
                Model,
                Serial,
                Size,
                Bought,
                Installed,
                Price,
                Replacement,
                Quantity,
                Supplier,
                Currency,
                WarrantyEnds,
                WarrantyYears,
                WarrantyMonths,
                WarrantyScope,
                Photo,
                Receipt,
                Manual,
                Notes,
                Id,
            ],
            Self::Item => &[
                Name,
                Zone,
                Make,
                Model,
                Serial,
                Bought,
                Price,
                Replacement,
                Quantity,
                Supplier,
                Currency,
                WarrantyEnds,
                WarrantyYears,
                WarrantyMonths,
                WarrantyScope,
                Photo,
                Receipt,
                Manual,
                Notes,
                Id,
            ],
            Self::System => &[
                Name,
                Sort,
                Zone,
                Parent,
                Make,
                Model,
                Serial,
                Size,
                Installed,
                Removed,
                Price,
                FittedBy,
                LifeYears,
                ShutOff,
                Supplier,
                Currency,
                WarrantyEnds,
                WarrantyYears,
                WarrantyMonths,
                WarrantyScope,
                Photo,
                Receipt,
                Manual,
                Notes,
                Id,
            ],
            Self::Entry => {
                &[Title, When, Sort, System, Zone, DoneBy, Cost, Labour, PartsCost, Currency, Photo, Notes, Id]
            }
            Self::Contact => &[Name, Trade, Person, Phone, Email, Address, Notes, Id],
            Self::Warranty => {
                &[Title, System, Provider, Number, Starts, Months, WarrantyYears, WarrantyEnds, Photo, Notes, Id]
            }
            Self::Task => &[Title, Due, System, DoneBy, Notes, Id],
            Self::Zone => &[Name, Parent, Place, Notes, Id],
        }
    }
}

/// Names of columns as people call them, folded: English and Afrikaans, the surest first.
const ALIASES: &[(Target, &str)] = &[
    (Target::Id, "id,itemid,assetid,uuid,guid,sourceid,externalid"),
    (
        Target::Name,
        "name,item,itemname,asset,assetname,product,productname,equipment,appliance,thing,article,naam,itemnaam,toestel,artikel,title,description,beskrywing",
    ),
    (Target::Sort, "type,category,kind,sort,class,assettype,itemtype,group,kategorie,tipe,soort,klas"),
    (Target::Parent, "parent,parentasset,parentlocation,partof,parentname,deelvan"),
    (
        Target::Zone,
        "location,locationname,room,zone,zones,place,area,where,space,ligging,kamer,plek,vertrek,waar,floor",
    ),
    (Target::Make, "make,manufacturer,brand,maker,vervaardiger,handelsmerk,fabrikant"),
    (Target::Model, "model,modelnumber,modelno,modelnr,modelname,partnumber,modelnommer,productcode"),
    (Target::Serial, "serial,serialnumber,serialno,serialnr,sn,serialnum,reeksnommer,serienommer,imei"),
    (Target::Size, "size,capacity,rating,grootte,kapasiteit"),
    (
        Target::Bought,
        "bought,purchasedate,datepurchased,purchased,purchasedon,dateofpurchase,boughton,datebought,purchasetime,acquired,dateacquired,acquisitiondate,orderdate,invoicedate,aankoopdatum,gekoop,datumgekoop,koopdatum,date,datum,year",
    ),
    (
        Target::Installed,
        "installed,installdate,installationdate,dateinstalled,installedon,fitted,datefitted,inserviceddate,inservicedate,geinstalleer,installasiedatum",
    ),
    (Target::Removed, "removed,dateremoved,decommissioned,retired"),
    (
        Target::Price,
        "price,purchaseprice,cost,amount,value,paid,unitprice,purchasecost,unitcost,acquisitioncost,prys,koste,bedrag,koopprys,aankoopprys,waarde,pricezar,costzar",
    ),
    (
        Target::Replacement,
        "replacement,replacementcost,replacementvalue,replacementprice,insuredvalue,insurancevalue,currentvalue,vervangingswaarde,versekerdewaarde",
    ),
    (Target::Currency, "currency,geldeenheid"),
    (Target::Quantity, "quantity,qty,count,howmany,number,units,hoeveelheid,aantal"),
    (Target::LifeYears, "expectedlife,lifeyears,expectedlifeyears,usefullife,lifespan"),
    (Target::ShutOff, "shutoff,shutoffvalve,isolator,afsluitklep"),
    (Target::FittedBy, "fittedby,installedby,installer,geinstalleerdeur"),
    (
        Target::Supplier,
        "supplier,vendor,vendors,shop,store,seller,retailer,boughtfrom,purchasedfrom,purchasefrom,dealer,verskaffer,winkel,gekoopby",
    ),
    (
        Target::Notes,
        "notes,note,comments,comment,remarks,description,details,memo,notas,nota,opmerkings,beskrywing,additionalinformation",
    ),
    (Target::Photo, "photo,photos,image,images,picture,pictures,photopath,imagepath,foto,fotos"),
    (Target::Receipt, "receipt,receipts,invoicefile,receiptpath,proofofpurchase,kwitansie"),
    (Target::Manual, "manual,manuals,manualpath,handleiding"),
    (Target::WarrantyScope, "warranty,warrantydetails,warrantytype,warrantyscope,guarantee,waarborg"),
    (
        Target::WarrantyEnds,
        "warrantyexpires,warrantyexpiration,warrantyexpirationdate,warrantyexpiry,warrantyexpirydate,warrantyend,warrantyends,warrantyenddate,warrantyuntil,expirationdate,expirydate,expires,guaranteeexpires,guaranteeends,waarborgverval,waarborgtot,ends,enddate",
    ),
    (Target::WarrantyYears, "warrantyyears,warrantydurationyears,guaranteeyears,waarborgjare,years"),
    (Target::WarrantyMonths, "warrantymonths,warrantydurationmonths,warrantyperiod,guaranteemonths,waarborgmaande"),
    (
        Target::Title,
        "title,titel,task,taak,job,work,werk,workdone,event,subject,summary,what,maintenance,repair,issue,service,description,beskrywing,name,product,productname,warranty",
    ),
    (
        Target::When,
        "when,date,datedone,completed,completedon,datecompleted,servicedate,dateofservice,invoicedate,repairdate,datum,wanneer,doneon,lastdone,day",
    ),
    (Target::Cost, "cost,totalcost,total,price,amount,paid,totalprice,koste,prys,bedrag,totaal,charge"),
    (Target::Labour, "labour,labor,labourcost,laborcost,arbeid"),
    (Target::PartsCost, "parts,partscost,materials,materialcost,onderdele"),
    (
        Target::DoneBy,
        "doneby,by,contractor,contractors,technician,serviceprovider,provider,supplier,vendor,company,completedby,performedby,who,assignedto,plumber,electrician,deur,kontrakteur,verskaffer,handyman",
    ),
    (Target::System, "system,asset,assetname,equipment,appliance,unit,item,thing,stelsel,toestel,systems"),
    (
        Target::Due,
        "due,duedate,dueon,deadline,nextdue,nextdate,nextservice,starts,startson,date,datum,nextduedate,betaalbaar,volgende",
    ),
    (Target::Person, "person,contactperson,contact,contactname,askfor,kontakpersoon"),
    (
        Target::Phone,
        "phone,telephone,tel,phonenumber,mobile,cell,cellphone,cellnumber,number,telefoon,selfoon,sel,contactnumber,mobilenumber",
    ),
    (Target::Email, "email,emailaddress,mail,epos,eposadres"),
    (Target::Address, "address,streetaddress,adres,physicaladdress,location"),
    (Target::Trade, "trade,category,type,profession,specialty,services,service,bedryf,ambag,role"),
    (Target::Starts, "starts,start,startdate,from,purchasedate,begins,dateofpurchase,date"),
    (Target::Months, "months,duration,durationmonths,term,period,maande,warrantymonths"),
    (Target::Provider, "provider,by,vendor,supplier,company,manufacturer,maker,givenby"),
    (Target::Number, "number,warrantynumber,policynumber,reference,nommer,ref"),
    (Target::Place, "place,type,kind,sort,tipe"),
];

/// What names a contact.
const CONTACT_NAMES: &str = "name,company,firm,business,contractor,supplier,vendor,contact,contactname,naam,maatskappy";
/// What names a zone.
const ZONE_NAMES: &str = "name,zone,room,location,locationname,space,place,naam,kamer,plek";

/// The names that a target's column has in a table of such rows, the surest first.
fn names(target: Target, rows: Rows) -> impl Iterator<Item = &'static str> {
    let names = match (target, rows) {
        (Target::Name, Rows::Contact) => CONTACT_NAMES,
        (Target::Name, Rows::Zone) => ZONE_NAMES,
        _ => ALIASES.iter().find(|(of, _)| *of == target).map_or("", |(_, names)| names),
    };
    names.split(',').filter(|name| !name.is_empty())
}

/// Whether any kind of table has a column of that name.
pub(crate) fn is_known(name: &str) -> bool {
    if name.len() > 40 || name.is_empty() {
        return false;
    }
    let name = bare(name);
    ALIASES.iter().any(|(_, names)| names.split(',').any(|known| known == name))
}

/// What the columns of a table become whose rows become `rows`: each target takes the column with the surest of its names; all else is a note.
pub(crate) fn guess(header: &[String], rows: Rows) -> Vec<Target> {
    let columns: Vec<String> = header.iter().map(|name| bare(name)).collect();
    let mut targets = vec![Target::Note; header.len()];
    for target in rows.targets() {
        for name in names(*target, rows) {
            let mut free =
                (0..columns.len()).filter(|column| targets[*column] == Target::Note && columns[*column] == name);
            if let Some(column) = free.next() {
                targets[column] = *target;
                // Several columns can hold notes or photos.
                if !matches!(target, Target::Notes | Target::Photo) {
                    break;
                }
            }
        }
    }
    targets
}

/// A column's name without what people put in brackets behind it: `Cost (R)`, `Date (dd/mm/yyyy)`.
fn bare(name: &str) -> String {
    fold(name.split(['(', '[']).next().filter(|bare| !bare.trim().is_empty()).unwrap_or(name))
}

/// What the rows of a table probably become, by its columns.
pub(crate) fn rows_are(header: &[String]) -> Rows {
    let names: Vec<String> = header.iter().map(|name| bare(name)).collect();
    let has = |target: Target| names.iter().any(|name| self::names(target, Rows::Auto).any(|known| known == name));
    let named = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let is_thing =
        has(Target::Serial) || has(Target::Make) || has(Target::Model) || has(Target::Quantity) && !has(Target::Phone);
    if !is_thing
        && (has(Target::Email) || named(&["phone", "telephone", "tel", "cell", "mobile", "telefoon", "selfoon"]))
    {
        return Rows::Contact;
    }
    if !is_thing && named(&["due", "duedate", "nextdue", "deadline", "dueon"]) && !has(Target::Cost) {
        return Rows::Task;
    }
    let happened =
        named(&["date", "datum", "when", "datedone", "completed", "completedon", "servicedate", "datecompleted"]);
    let told = has(Target::Cost)
        || has(Target::DoneBy)
        || named(&["title", "description", "work", "workdone", "job", "beskrywing", "service"]);
    if !is_thing && happened && told && !named(&["purchasedate", "warrantyexpires", "warrantyexpiration"]) {
        return Rows::Entry;
    }
    Rows::Auto
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &[&str], rows: Rows, expected: &[&str]) {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(rows_are(&header), rows, "{header:?}");
        let targets: Vec<&str> = guess(&header, rows).iter().map(|target| target.as_str()).collect();
        assert_eq!(targets, expected, "{header:?}");
    }

    #[test]
    fn columns_are_known_by_what_people_call_them() {
        check(
            &["Item", "Room", "Brand", "Serial no.", "Date purchased", "Price (R)", "Colour"],
            Rows::Auto,
            &["name", "zone", "make", "serial", "bought", "price", "note"],
        );
        check(
            &["Datum", "Beskrywing", "Koste", "Deur", "Notas"],
            Rows::Entry,
            &["when", "title", "cost", "done_by", "notes"],
        );
        check(
            &["Company", "Contact person", "Cell", "E-mail", "Trade"],
            Rows::Contact,
            &["name", "person", "phone", "email", "trade"],
        );
        check(&["Task", "Due date", "Asset"], Rows::Task, &["title", "due", "system"]);
        check(&["Name", "Description"], Rows::Auto, &["name", "notes"]);
        check(&["?"], Rows::Auto, &["note"]);
    }

    #[test]
    fn every_target_is_found_by_its_name() {
        for target in Target::ALL {
            assert_eq!(Target::of(target.as_str()), Some(*target));
        }
        assert!(Rows::ALL.into_iter().all(|rows| Rows::of(rows.as_str()) == Some(rows)));
    }
}
